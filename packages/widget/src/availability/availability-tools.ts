import type { Span } from "../dates/period.ts";
import { make } from "../dom/make.ts";
import type { Messages } from "../language/messages.ts";
import type { Layout } from "./view-name.ts";

export interface LayoutTools {
  readonly messages: Messages;
  readonly span: Span;
  readonly layout: Layout;
  readonly choose: (span: Span, layout: Layout) => void;
}

/** Week or month, table or list. */
export function layoutTools({ messages, span, layout, choose }: LayoutTools): HTMLElement {
  const button = (name: string, label: string, isPressed: boolean, press: () => void) =>
    make(
      "button",
      {
        type: "button",
        part: `button ${name}`,
        "data-focus": name,
        "aria-pressed": String(isPressed),
        onclick: press,
      },
      label,
    );
  return make(
    "div",
    { class: "buttons joined", role: "group", "aria-label": messages.layout },
    button("week", messages.week, span === "week", () => choose("week", layout)),
    button("month", messages.month, span === "month", () => choose("month", layout)),
    make("span", { class: "gap" }),
    button("table", messages.table, layout === "table", () => choose(span, "table")),
    button("list", messages.list, layout === "list", () => choose(span, "list")),
  );
}

export interface SpaceTools {
  readonly messages: Messages;
  readonly chosen: string;
  readonly spaces: readonly {
    readonly id: string;
    readonly name: string;
    readonly depth: number;
  }[];
  readonly choose: (space: string) => void;
}

/** One space, or all of them. */
export function spaceTools({ messages, chosen, spaces, choose }: SpaceTools): HTMLElement {
  const select = make(
    "select",
    {
      part: "select",
      "data-focus": "space",
      onchange: () => choose(select.value),
    },
    ...[{ id: "", name: messages.allSpaces, depth: 0 }, ...spaces].map(({ id, name, depth }) =>
      make(
        "option",
        { value: id, selected: id === chosen },
        `${"\u00a0\u00a0".repeat(depth)}${name}`,
      ),
    ),
  );
  return make("label", { class: "space" }, make("span", {}, messages.space), select);
}
