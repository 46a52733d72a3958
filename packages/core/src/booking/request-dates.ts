import { areTermsKnown } from "../calendar/known-until.ts";
import type { SchoolCalendar } from "../calendar/school-calendar.ts";
import { schoolDay } from "../calendar/school-day.ts";
import { CoreError } from "../errors.ts";
import { expandRecurrence } from "../recurrence/expand-recurrence.ts";
import { parseRecurrenceRule } from "../recurrence/parse-recurrence-rule.ts";
import type { RecurrenceRule } from "../recurrence/recurrence-rule.ts";
import { addDays, dayNumber, type LocalDate } from "../time/local-date.ts";
import type { ExclusionCode } from "./denial-codes.ts";
import { denial, type Denial } from "./denial.ts";
import type { DayFacts } from "./denial-details.ts";
import { MAXIMUM_SERIES_DATES, MAXIMUM_SERIES_SPAN_DAYS } from "./series-limits.ts";
import type { RequestedRecurrence } from "./series-request.ts";

/** A date that a request comes to, and why the request itself leaves it out; empty if it doesn't. */
export interface RequestedDate {
  readonly date: LocalDate;
  readonly exclusions: readonly Denial<ExclusionCode>[];
}

/**
 * The dates of a request in order: those of its rule from `first` on, up to and with `until`, and its
 * extra dates; each date once. Dates that the request leaves out are in the list, with every reason.
 * Without a recurrence it is `first` alone. `first` itself is only there if the rule meets it.
 *
 * `termTimeOnly` keeps the days whose period is `term`: an INSET day or a bank holiday lies in term,
 * and has a switch of its own. It leaves out half terms unless `includeHalfTerm`, and days for which
 * terms are not published yet. An exception date that no rule meets is harmless.
 *
 * @throws CoreError RECURRENCE_INVALID or RECURRENCE_UNSUPPORTED for the rule, RECURRENCE_UNBOUNDED if
 * nothing ends it, LOCAL_DATE_INVALID, REQUEST_INVALID for more than 400 dates, or a last date over two
 * years (731 days) after `first`
 *
 * @example
 * ```ts
 * import { bankHolidaysEnglandAndWales, requestDates, welshTermDates } from "@neuadd/core";
 * const calendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
 * const dates = requestDates(
 *   "2026-10-20",
 *   { rule: "FREQ=WEEKLY", count: 3, termTimeOnly: true },
 *   calendar,
 * );
 * dates.map(({ date, exclusions }) => [date, ...exclusions.map(({ code }) => code)]); //=> [["2026-10-20"], ["2026-10-27", "HALF_TERM"], ["2026-11-03"]]
 * ```
 */
export function requestDates(
  first: LocalDate,
  recurrence: RequestedRecurrence | undefined,
  calendar: SchoolCalendar,
): RequestedDate[] {
  dayNumber(first);
  if (recurrence === undefined) return [{ date: first, exclusions: [] }];
  const ruleDates = datesOfRule(first, recurrence);
  const dates = [...new Set([...ruleDates, ...(recurrence.extraDates ?? [])])].sort();
  const last = dates.at(-1);
  if (last !== undefined && last > addDays(first, MAXIMUM_SERIES_SPAN_DAYS))
    throw spanTooLong(first);
  if (dates.length > MAXIMUM_SERIES_DATES) {
    throw new CoreError(
      "REQUEST_INVALID",
      {
        cy: `Nifer dyddiadau'r gyfres yw ${dates.length}, a chaiff fod yn ${MAXIMUM_SERIES_DATES} ar y mwyaf. Gofynnwch am dymor byrrach, neu am sawl cyfres.`,
        en: `The series has ${dates.length} dates, and may have at most ${MAXIMUM_SERIES_DATES}. Ask for a shorter season, or for several series.`,
      },
      {
        faults: [
          {
            path: "/recurrence",
            message: {
              cy: `Mwy na ${MAXIMUM_SERIES_DATES} o ddyddiadau.`,
              en: `More than ${MAXIMUM_SERIES_DATES} dates.`,
            },
          },
        ],
      },
    );
  }
  const exceptions = new Set(recurrence.exceptDates);
  return dates.map((date) => ({
    date,
    exclusions: exclusionsOf(date, recurrence, exceptions, calendar),
  }));
}

/** Why the request leaves a date out: all reasons that apply. */
export function exclusionsOf(
  date: LocalDate,
  recurrence: RequestedRecurrence,
  exceptions: ReadonlySet<LocalDate>,
  calendar: SchoolCalendar,
): Denial<ExclusionCode>[] {
  const { termTimeOnly, includeHalfTerm, excludeBankHolidays, excludeInsetDays } = recurrence;
  const day = schoolDay(calendar, date);
  const exclusions: Denial<ExclusionCode>[] = [];
  const facts = () => dayFacts(date, calendar);
  if (exceptions.has(date)) exclusions.push(denial("EXCEPTION_DATE", { date }));
  if (termTimeOnly === true && day.period === "holiday") {
    exclusions.push(denial("NOT_TERM_TIME", facts()));
  }
  if (termTimeOnly === true && day.period === "halfTerm" && includeHalfTerm !== true) {
    exclusions.push(denial("HALF_TERM", facts()));
  }
  if (excludeBankHolidays === true && day.isBankHoliday) {
    exclusions.push(denial("BANK_HOLIDAY", facts()));
  }
  if (excludeInsetDays === true && day.kind === "inset") {
    exclusions.push(denial("INSET_DAY", facts()));
  }
  return exclusions;
}

/** What a date is for its school, as the details of a denial say it. */
export function dayFacts(date: LocalDate, calendar: SchoolCalendar): DayFacts {
  const { kind, name } = schoolDay(calendar, date);
  return { date, kind, ...(name && { name }), areTermsKnown: areTermsKnown(calendar, date) };
}

function datesOfRule(first: LocalDate, recurrence: RequestedRecurrence): LocalDate[] {
  const rule = parseRecurrenceRule(recurrence.rule);
  const count = least(recurrence.count, rule.count);
  const until = earliest(recurrence.until, rule.until);
  if (count === undefined && until === undefined) {
    throw new CoreError(
      "RECURRENCE_UNBOUNDED",
      {
        cy: `Nid oes dim yn dod â'r rheol "${recurrence.rule}" i ben. Rhowch ddyddiad olaf (until) neu nifer o ddyddiadau (count) i'r gyfres.`,
        en: `Nothing ends the rule "${recurrence.rule}". Give the series a last date (until) or a number of dates (count).`,
      },
      {
        faults: [
          {
            path: "/recurrence",
            message: { cy: "Nid oes nac until na count.", en: "Neither until nor count." },
          },
        ],
      },
    );
  }
  // A day more than is allowed, so that a rule that goes on shows itself.
  const beyond = addDays(first, MAXIMUM_SERIES_SPAN_DAYS + 1);
  const dates = expandRecurrence(endless(rule), first, {
    until: until !== undefined && until < beyond ? until : beyond,
    // The same for the count: dates beyond it are refused, not dropped.
    count: count ?? MAXIMUM_SERIES_SPAN_DAYS + 2,
  });
  const endsBeyond = until === undefined || until >= beyond;
  if (endsBeyond && dates.length > 0 && dates.length < (count ?? Infinity)) {
    throw spanTooLong(first);
  }
  return dates;
}

/** The rule without an end of its own, for expansions that are given one. */
function endless(rule: RecurrenceRule): RecurrenceRule {
  const { count: _count, until: _until, ...rest } = rule;
  return rest;
}

function spanTooLong(first: LocalDate): CoreError {
  return new CoreError(
    "REQUEST_INVALID",
    {
      cy: `Mae'r gyfres yn para am fwy na dwy flynedd ar ôl ${first}. Rhaid iddi orffen erbyn ${addDays(first, MAXIMUM_SERIES_SPAN_DAYS)}.`,
      en: `The series goes on for more than two years after ${first}. End it by ${addDays(first, MAXIMUM_SERIES_SPAN_DAYS)}.`,
    },
    {
      faults: [
        {
          path: "/recurrence",
          message: { cy: "Hwy na dwy flynedd.", en: "Longer than two years." },
        },
      ],
    },
  );
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

function earliest(one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
