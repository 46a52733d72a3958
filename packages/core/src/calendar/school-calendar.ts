import type { Bilingual } from "../language/bilingual.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { DayKind } from "./day-kind.ts";

/** First and last day, both inclusive, as term dates are published. */
export interface DateSpan {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export interface Term extends DateSpan {
  readonly name: Bilingual;
  readonly halfTerm?: DateSpan;
}

/** A school year such as `2026/27`, with its three terms in order. */
export interface SchoolYear {
  readonly id: string;
  readonly terms: readonly Term[];
}

/** A day, or a span of days, that is something of its own: an INSET day, a closure, a bank holiday. */
export interface CalendarEntry extends DateSpan {
  readonly kind: Exclude<DayKind, "weekend">;
  readonly name?: Bilingual;
}

export type LayerScope = "national" | "authority" | "school";

/** What one body says about the calendar. */
export interface CalendarLayer {
  readonly id: string;
  readonly scope: LayerScope;
  /** Where it comes from: a title or an address. */
  readonly source: string;
  readonly version?: string;
  /** Terms by school year; those of a higher layer replace those of a lower one for the same year. */
  readonly years?: readonly SchoolYear[];
  readonly entries?: readonly CalendarEntry[];
}

/** Layers in order of authority: national, then the local authority, then the school. Later layers win. */
export interface SchoolCalendar {
  readonly layers: readonly CalendarLayer[];
}
