import { make } from "../dom/make.ts";
import type { Messages } from "../language/messages.ts";
import { statusMark } from "./status-mark.ts";

/** What the marks mean. */
export function statusKey(messages: Messages): HTMLElement {
  return make(
    "ul",
    { class: "key", role: "list", "aria-label": messages.key, part: "key" },
    ...(["free", "some", "full", "notYet", "closed"] as const).map((status) =>
      make("li", {}, statusMark(status), messages.status[status]),
    ),
  );
}
