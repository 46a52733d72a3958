import { heightOf } from "./height-message.ts";

// For pages that hold the frame and allow a script: gives the frame the height that its content asks for. Believes only
// the server that this script came from, and changes only the frame that the message came out of.
const server = new URL(import.meta.url).origin;

addEventListener("message", ({ origin, source, data }) => {
  const height = origin === server ? heightOf(data) : undefined;
  if (height === undefined) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = String(height);
  }
});
