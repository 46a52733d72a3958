import type { Span } from "../dates/period.ts";

/** A week or a month, as a table or as a list that says the same. */
export type ViewName = "week" | "month" | "week-list" | "month-list";
export type Layout = "table" | "list";

export interface ViewChoice {
  readonly span: Span;
  readonly layout: Layout;
}

/** What a `view` attribute means; anything that is no view is a week as a table. */
export function viewChoice(name: string): ViewChoice {
  const [span, layout] = name.split("-");
  return {
    span: span === "month" ? "month" : "week",
    layout: layout === "list" ? "list" : "table",
  };
}

export function viewName({ span, layout }: ViewChoice): ViewName {
  return layout === "list" ? `${span}-list` : span;
}
