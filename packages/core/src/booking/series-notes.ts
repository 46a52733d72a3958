import type { SeriesCode } from "./denial-codes.ts";
import { denial, type Denial } from "./denial.ts";
import type { DecidedDate, SeriesDecision } from "./series-decision.ts";
import type { SeriesRequest } from "./series-request.ts";

/** Whether a series can be booked as decided, with what there is to say about it as a whole. */
export function seriesNotes(
  { first, onClash }: SeriesRequest,
  occurrences: readonly DecidedDate[],
  { bookable, denied }: SeriesDecision["summary"],
): Pick<SeriesDecision, "accepted" | "notes"> {
  const { policy = "refuse", minimumOccurrences = 1 } = onClash ?? {};
  const reasons: Denial<SeriesCode>[] = [];
  if (bookable === 0) reasons.push(denial("NO_DATES", { dates: occurrences.length }));
  if (policy === "refuse" && denied > 0) reasons.push(denial("DATES_DENIED", { denied }));
  if (bookable < minimumOccurrences && minimumOccurrences > 1) {
    reasons.push(denial("BELOW_MINIMUM", { bookable, minimumOccurrences }));
  }
  return { accepted: reasons.length === 0, notes: [...reasons, ...startNotes(first, occurrences)] };
}

function startNotes(first: string, occurrences: readonly DecidedDate[]): Denial<SeriesCode>[] {
  const startsOn = occurrences[0]?.date;
  if (startsOn === undefined || startsOn === first) return [];
  return [denial("STARTS_LATER", { first, startsOn })];
}
