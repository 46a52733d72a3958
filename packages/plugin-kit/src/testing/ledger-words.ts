import type { Denial, LocalDate, OccurrenceStatus, SeriesDecision } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "../booking-facts.ts";

export function datesOf(
  occurrences: readonly OccurrenceFacts[],
  status: OccurrenceStatus,
): LocalDate[] {
  return occurrences.filter((one) => one.status === status).map(({ date }) => date);
}

export function withEnded(
  { occurrences }: BookingFacts,
  dates: readonly LocalDate[],
  status: OccurrenceStatus,
  why: Denial<string>,
): OccurrenceFacts[] {
  return occurrences.map((one) => (dates.includes(one.date) ? ended(one, status, why) : one));
}

export function ended(
  occurrence: OccurrenceFacts,
  status: OccurrenceStatus,
  why: Denial<string>,
): OccurrenceFacts {
  return { ...occurrence, status, denials: [why] };
}

export function reason(code: string): Denial<string> {
  const message = {
    cy: `Nid yw'r dyddiad hwn i fod (${code}).`,
    en: `This date is not to be (${code}).`,
  };
  return { code, message, details: {} };
}

export function refused(what: string, { occurrences, notes }: SeriesDecision): Error {
  const codes = [...notes, ...occurrences.flatMap(({ denials }) => denials)].map(
    ({ code }) => code,
  );
  return new Error(`${what}: ${[...new Set(codes)].join(", ")}.`);
}
