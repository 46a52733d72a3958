import type { Bilingual } from "../language/bilingual.ts";
import { dayNumber, weekdayOf, type LocalDate } from "../time/local-date.ts";
import {
  calendarIndex,
  type CalendarIndex,
  type IndexedDay,
  type KnownYear,
  type LayeredEntry,
} from "./calendar-index.ts";
import type { SchoolDay, SchoolPeriod } from "./day-kind.ts";
import type { SchoolCalendar } from "./school-calendar.ts";
import { schoolPeriod } from "./school-period.ts";

/**
 * What a date is for a school.
 *
 * 1. An entry for the date decides, that of the highest layer first (the school's own, then the
 *    authority's, then national ones). Within one layer the most restrictive kind wins: closure,
 *    polling day, bank holiday, INSET day, holiday, half term, term; then the shortest span. Entries
 *    hold on Saturdays and Sundays too.
 * 2. Without an entry, Saturdays and Sundays are `weekend`.
 * 3. Other days follow the published terms: `term`, `halfTerm`, or `holiday` between terms. For a
 *    school year the terms of a higher layer replace those of a lower one as a whole, as governing
 *    bodies of aided and foundation schools set their own.
 *
 * `period` follows an entry of kind term, half term or holiday, and otherwise the terms. A weekend
 * that adjoins a half term belongs to it, just as one that adjoins a term's end lies in the holiday.
 *
 * A weekday for which no terms are published yet is a `holiday` with the source `none`: it is in no
 * term that anybody has announced, so a series "in term time" leaves it out rather than guess.
 * {@link areTermsKnown} tells such days from real holidays, and `communityHours` opens on
 * them only what would be open in term, half term and holiday alike.
 *
 * A calendar is indexed when it is first asked, and remembered by identity: treat it as a value,
 * and make a new one to change it.
 *
 * @throws CoreError LOCAL_DATE_INVALID
 *
 * @example
 * ```ts
 * import { bankHolidaysEnglandAndWales, schoolDay, welshTermDates } from "@neuadd/core";
 * const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
 * schoolDay(calendar, "2026-09-08").kind; //=> "term"
 * schoolDay(calendar, "2026-12-28").kind; //=> "bankHoliday"
 * schoolDay(calendar, "2026-12-28").period; //=> "holiday"
 * ```
 */
export function schoolDay(calendar: SchoolCalendar, date: LocalDate): SchoolDay {
  return indexedDay(calendar, date).day;
}

/** Over ten years of days: more than the requests of one school ever ask for at a time. */
const REMEMBERED_DAYS = 4000;

/** {@link schoolDay}, with whether the period is known; for the modules of the calendar alone. */
export function indexedDay(calendar: SchoolCalendar, date: LocalDate): IndexedDay {
  const index = calendarIndex(calendar);
  const remembered = index.days.get(date);
  if (remembered) return remembered;
  if (index.days.size >= REMEMBERED_DAYS) index.days.clear();
  const day = workOutDay(index, date);
  index.days.set(date, day);
  return day;
}

const HALF_TERM_NAME: Bilingual = { cy: "Hanner tymor", en: "Half term" };

function workOutDay(index: CalendarIndex, date: LocalDate): IndexedDay {
  const isWeekend = weekdayOf(dayNumber(date)) >= 6;
  const entries = index.entries.filter(({ first, last }) => first <= date && date <= last);
  const year = index.years.find(({ first, last }) => first <= date && date <= last);
  const byTerms = year && schoolPeriod(year, date);
  const byEntry = entries.find(isPeriodEntry)?.kind;
  const period = byEntry ?? byTerms?.period ?? "holiday";
  const facts = { date, period, isBankHoliday: entries.some(({ kind }) => kind === "bankHoliday") };

  const entry = entries[0];
  const decided = entry
    ? { ...facts, kind: entry.kind, source: entry.source, ...(entry.name && { name: entry.name }) }
    : { ...facts, ...dayByTerms(isWeekend, year, byTerms) };
  return {
    day: Object.freeze(decided),
    isPeriodKnown: byEntry !== undefined || byTerms !== undefined,
  };
}

function isPeriodEntry(
  entry: LayeredEntry,
): entry is LayeredEntry & { readonly kind: SchoolPeriod } {
  return entry.kind === "term" || entry.kind === "halfTerm" || entry.kind === "holiday";
}

function dayByTerms(
  isWeekend: boolean,
  year: KnownYear | undefined,
  byTerms: ReturnType<typeof schoolPeriod> | undefined,
): Pick<SchoolDay, "kind" | "source" | "name"> {
  const source = year?.source ?? "none";
  if (isWeekend) return { kind: "weekend", source };
  if (byTerms?.period === "halfTerm") return { kind: "halfTerm", source, name: HALF_TERM_NAME };
  if (byTerms?.term) return { kind: "term", source, name: byTerms.term.name };
  return { kind: "holiday", source };
}
