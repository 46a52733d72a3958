import type { LocalDate, PlacedDate, RuleFinding, ZoneId } from "@neuadd/core";
import type { CheckOutcome } from "./check-policy.ts";
import {
  EVENT_NOTICE_LIMITS,
  type EventNotice,
  type EventYear,
  eventYear,
  noticeDates,
  yearOf,
} from "./event-notice.ts";
import { found } from "./found.ts";

export interface EventNoticeFacts {
  readonly activity: string;
  readonly attendance?: number;
  readonly outcome: CheckOutcome;
  /** Of all premises of the school, over all hirers. */
  readonly notices: readonly EventNotice[];
  /** Every date of the request, in order: each without a notice would take one more of its year. */
  readonly dates: readonly LocalDate[];
  readonly zone: ZoneId;
}

/**
 * What is to be said of one date of an activity that needs a temporary event notice: that none covers it yet, or that the
 * premises' year has none left for it, counting over all hirers and the earlier dates of the same request.
 */
export function eventNoticeFindings(placed: PlacedDate, facts: EventNoticeFacts): RuleFinding[] {
  return [...tooManyPeople(facts), ...noNotice(placed, facts)];
}

function tooManyPeople({ activity, attendance = 0, outcome }: EventNoticeFacts): RuleFinding[] {
  const { people } = EVENT_NOTICE_LIMITS;
  if (attendance <= people) return [];
  const message = {
    cy: `Caiff hyd at ${people} o bobl, gan gynnwys staff, fod mewn digwyddiad dros dro. Nifer a ddisgwylir: ${attendance}.`,
    en: `A temporary event may have up to ${people} people, staff among them. Expected: ${attendance}.`,
  };
  return [found("EVENT_TOO_LARGE", outcome, message, { activity, attendance, people })];
}

function noNotice(
  { date, start, end, space }: PlacedDate,
  { activity, outcome, notices, dates, zone }: EventNoticeFacts,
): RuleFinding[] {
  const { premises } = space;
  const own = notices.filter((notice) => notice.premises === premises);
  if (own.some((notice) => notice.start <= start && end <= notice.end)) return [];
  const year = eventYear(own, yearOf(date), zone);
  const covered = new Set(own.flatMap((notice) => noticeDates(notice, zone)));
  const before = dates.filter(
    (other) => other < date && yearOf(other) === year.year && !covered.has(other),
  ).length;
  const details = { activity, date, premises, ...year };
  if (!isLeft(year, before)) {
    return [found("EVENT_NOTICES_USED_UP", outcome, usedUp(year), details)];
  }
  const message = {
    cy: `Mae angen hysbysiad digwyddiad dros dro ar y gweithgaredd (${activity}). Nid yw'r ysgol wedi nodi un ar gyfer y dyddiad hwn.`,
    en: `The activity (${activity}) needs a temporary event notice. The school has noted none for this date.`,
  };
  return [found("EVENT_NOTICE_MISSING", outcome, message, details)];
}

function isLeft({ notices, days }: EventYear, before: number): boolean {
  const { noticesPerYear, daysPerYear } = EVENT_NOTICE_LIMITS;
  return notices + before < noticesPerYear && days + before < daysPerYear;
}

function usedUp({ year, notices, days }: EventYear): { readonly cy: string; readonly en: string } {
  const { noticesPerYear, daysPerYear } = EVENT_NOTICE_LIMITS;
  return {
    cy: `Nid oes hysbysiad digwyddiad dros dro ar ôl ar gyfer y dyddiad hwn. Caiff safle ${noticesPerYear} hysbysiad ar ${daysPerYear} diwrnod mewn blwyddyn; nodwyd yn ${year}: ${notices} hysbysiad, ${days} diwrnod.`,
    en: `No temporary event notice is left for this date. Premises may have ${noticesPerYear} notices on ${daysPerYear} days in a year; noted in ${year}: notices ${notices}, days ${days}.`,
  };
}
