import type { Bilingual, ZoneId } from "@neuadd/core";
import {
  EVENT_NOTICE_LIMITS,
  type EventNotice,
  eventYear,
  noticeDates,
  yearOf,
} from "./event-notice.ts";

export type EventNoticeFaultCode = "TOO_LONG" | "TOO_CLOSE" | "TOO_MANY_NOTICES" | "TOO_MANY_DAYS";

export interface EventNoticeFault {
  readonly code: EventNoticeFaultCode;
  readonly message: Bilingual;
}

const HOUR = 3_600_000;

/**
 * Why a premises can't have one more notice; none if it can. Licensing Act 2003: at most 168 hours
 * (section 100), 24 hours between events of one person at the same premises (section 101), and for each calendar
 * year that it touches 15 notices and 21 days (section 107).
 */
export function eventNoticeFaults(
  wanted: Omit<EventNotice, "id">,
  others: readonly EventNotice[],
  zone: ZoneId,
): EventNoticeFault[] {
  const { longestHours, noticesPerYear, daysPerYear } = EVENT_NOTICE_LIMITS;
  const faults: EventNoticeFault[] = [];
  if (wanted.end - wanted.start > longestHours * HOUR) faults.push(fault("TOO_LONG"));
  if (others.some((other) => isTooClose(wanted, other))) faults.push(fault("TOO_CLOSE"));
  const years = [...new Set(noticeDates(wanted, zone).map(yearOf))].map((year) =>
    eventYear([...others, wanted], year, zone),
  );
  if (years.some(({ notices }) => notices > noticesPerYear)) faults.push(fault("TOO_MANY_NOTICES"));
  if (years.some(({ days }) => days > daysPerYear)) faults.push(fault("TOO_MANY_DAYS"));
  return faults;
}

function isTooClose(wanted: Omit<EventNotice, "id">, other: EventNotice): boolean {
  if (wanted.hirer !== other.hirer) return false;
  const between = EVENT_NOTICE_LIMITS.hoursBetween * HOUR;
  return wanted.start < other.end + between && other.start < wanted.end + between;
}

function fault(code: EventNoticeFaultCode): EventNoticeFault {
  return { code, message: MESSAGES[code] };
}

const MESSAGES: Readonly<Record<EventNoticeFaultCode, Bilingual>> = {
  TOO_LONG: {
    cy: "Caiff digwyddiad dros dro bara am 168 awr ar y mwyaf.",
    en: "A temporary event may last 168 hours at most.",
  },
  TOO_CLOSE: {
    cy: "Rhaid cael 24 awr rhwng digwyddiadau'r un person ar yr un safle.",
    en: "There must be 24 hours between events of one person at the same premises.",
  },
  TOO_MANY_NOTICES: {
    cy: "Mae'r safle eisoes wedi cael y 15 hysbysiad a ganiateir mewn blwyddyn.",
    en: "The premises have had the 15 notices that a year allows.",
  },
  TOO_MANY_DAYS: {
    cy: "Byddai gan y safle fwy na'r 21 diwrnod a ganiateir mewn blwyddyn.",
    en: "The premises would have more than the 21 days that a year allows.",
  },
};

/** Everything that can stand against a notice. */
export const EVENT_NOTICE_FAULTS: readonly EventNoticeFault[] = (
  ["TOO_LONG", "TOO_CLOSE", "TOO_MANY_NOTICES", "TOO_MANY_DAYS"] as const
).map(fault);
