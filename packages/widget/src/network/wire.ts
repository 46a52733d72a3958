import type { LocalDate } from "../dates/day-steps.ts";
import type { Bilingual } from "../language/language.ts";

/** What of the server's answers the elements use. Times are those of the school's clocks. */
export interface WireTimes {
  readonly startTime: string;
  readonly endTime: string;
}

export type DayKind =
  "term" | "halfTerm" | "holiday" | "inset" | "bankHoliday" | "closure" | "pollingDay" | "weekend";

export interface WireDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name?: Bilingual;
  /** A holiday only because the terms of its school year are not published yet. */
  readonly termsUnpublished?: true;
  readonly open: readonly WireTimes[];
  readonly free: readonly WireTimes[];
  /** What of `free` can be asked for now. */
  readonly askable: readonly WireTimes[];
  /** The first day on which the day can be asked for, while that is still to come. */
  readonly requestsFrom?: LocalDate;
}

export interface WireSchool {
  readonly name: Bilingual;
  readonly today: LocalDate;
  readonly demonstrationClock?: true;
}

export interface WireSpace {
  readonly id: string;
  readonly parent?: string;
  readonly name: Bilingual;
  readonly bookable: boolean;
  readonly terms: { readonly minimumMinutes: number };
}

export interface WireSpaces {
  readonly items: readonly WireSpace[];
}

export interface WireSpaceAvailability {
  readonly today: LocalDate;
  readonly space: string;
  readonly days: readonly WireDay[];
}

export interface WireSchoolAvailability {
  readonly today: LocalDate;
  readonly spaces: readonly { readonly space: string; readonly days: readonly WireDay[] }[];
}

export interface WireEntry extends WireTimes {
  readonly date: LocalDate;
  readonly space: string;
  readonly title: string;
}

export interface WireWhatsOn {
  readonly today: LocalDate;
  readonly items: readonly WireEntry[];
}
