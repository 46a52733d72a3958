import { isLive, type SeriesDecision } from "@neuadd/core";
import type { BookingFacts } from "../booking-facts.ts";

type Occurrences = BookingFacts["occurrences"];

/** The dates of a booking once it is approved: those that wait are confirmed, with the warnings of now. */
export function confirmedDates(
  { occurrences }: BookingFacts,
  decision: SeriesDecision,
): Occurrences {
  const warnings = new Map(decision.occurrences.map((one) => [one.date, one.warnings]));
  return occurrences.map((occurrence) => {
    if (!isLive(occurrence.status)) return occurrence;
    const { warnings: _former, ...rest } = occurrence;
    const now = warnings.get(occurrence.date);
    return { ...rest, status: "confirmed" as const, denials: [], ...(now && { warnings: now }) };
  });
}
