import type { Period, Span } from "../dates/period.ts";
import { sayPeriod } from "../dates/say-date.ts";
import { make } from "../dom/make.ts";
import type { Language } from "../language/language.ts";
import type { Messages } from "../language/messages.ts";

export interface PeriodTools {
  readonly language: Language;
  readonly messages: Messages;
  readonly span: Span;
  readonly period: Period;
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
  /** So many weeks or months on; 0 is today. */
  readonly go: (steps: number) => void;
}

/** The name of the week or month, and the buttons to the ones beside it. */
export function periodTools(tools: PeriodTools): HTMLElement {
  const { language, messages, span, period, canGoBack, canGoOn, go } = tools;
  // A button that can't be used stays where it is: the focus would be lost with it.
  const button = (focus: string, label: string, sign: string, steps: number, isOn: boolean) =>
    make(
      "button",
      {
        type: "button",
        part: `button ${focus}`,
        "data-focus": focus,
        "aria-label": sign === "" ? undefined : label,
        "aria-disabled": isOn ? undefined : "true",
        onclick: () => {
          if (isOn) go(steps);
        },
      },
      sign || label,
    );
  return make(
    "div",
    { class: "period" },
    make("p", { class: "title", part: "title" }, sayPeriod(span, period, language)),
    make(
      "div",
      { class: "buttons", role: "group", "aria-label": messages.move },
      button("previous", messages.previous[span], "‹", -1, canGoBack),
      button("today", messages.today, "", 0, true),
      button("next", messages.next[span], "›", 1, canGoOn),
    ),
  );
}
