import { heightMessage } from "./height-message.ts";

// Runs in the framed page: tells the page around it how high the content is, now and whenever that changes. A height is
// no secret, but where the browser says who is around us, nobody else is told.
if (parent !== window) {
  const around = document.referrer === "" ? "*" : new URL(document.referrer).origin;
  new ResizeObserver(() => {
    const { height } = document.body.getBoundingClientRect();
    parent.postMessage(heightMessage(height), around);
  }).observe(document.body);
}
