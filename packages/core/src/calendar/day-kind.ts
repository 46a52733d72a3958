import type { Bilingual } from "../language/bilingual.ts";
import type { LocalDate } from "../time/local-date.ts";

export const DAY_KINDS = [
  "term",
  "halfTerm",
  "holiday",
  "inset",
  "bankHoliday",
  "closure",
  "pollingDay",
  "weekend",
] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** The part of the school year a day lies in, whatever its kind: a Saturday may lie in term. */
export type SchoolPeriod = "term" | "halfTerm" | "holiday";

/** What a date is for a school, and who says so. */
export interface SchoolDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name?: Bilingual;
  /** Title or address of the source of the layer that decided; `none` where no layer says anything. */
  readonly source: string;
  readonly period: SchoolPeriod;
  /** True on the observed day of a bank holiday, even where a school's own entry gives another kind. */
  readonly isBankHoliday: boolean;
}
