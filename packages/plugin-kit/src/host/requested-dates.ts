import type { DecidedDate, Occurrence, SeriesDecision } from "@neuadd/core";

/** Every date of a decision, as the booking keeps it that is asked for: those that can be had wait for approval. */
export function requestedDates({
  occurrences,
}: SeriesDecision): (Occurrence & Pick<DecidedDate, "denials" | "warnings">)[] {
  return occurrences.map(
    ({ date, space, startTime, endTime, start, end, verdict, denials, warnings }) => ({
      date,
      space,
      startTime,
      endTime,
      start,
      end,
      status: verdict === "bookable" ? "requested" : verdict,
      denials,
      ...(warnings && { warnings }),
    }),
  );
}
