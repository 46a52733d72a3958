import { make } from "../dom/make.ts";
import type { Messages } from "../language/messages.ts";

export interface NoticeState {
  readonly messages: Messages;
  readonly isLoading: boolean;
  readonly isStale: boolean;
  readonly isDemonstration: boolean;
  /** Why something can't be shown. */
  readonly fault?: string;
  /** Set when trying again may help. */
  readonly retry?: () => void;
}

/** What people must know besides the times themselves. */
export function notices({
  messages,
  isLoading,
  isStale,
  isDemonstration,
  fault,
  retry,
}: NoticeState): HTMLElement[] {
  return [
    ...(isDemonstration
      ? [make("p", { class: "notice", part: "notice" }, messages.demonstration)]
      : []),
    ...(isLoading ? [make("p", { class: "loading", part: "notice" }, messages.loading)] : []),
    ...(fault === undefined && isStale
      ? [make("p", { class: "notice", part: "notice" }, messages.stale)]
      : []),
    ...(fault === undefined
      ? []
      : [
          make(
            "p",
            { class: "notice", part: "notice error" },
            fault,
            retry &&
              make(
                "button",
                { type: "button", part: "button", "data-focus": "retry", onclick: () => retry() },
                messages.retry,
              ),
          ),
        ]),
  ];
}
