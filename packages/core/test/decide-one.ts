import { decideSeries } from "../src/booking/decide-series.ts";
import type { DecidedDate } from "../src/booking/series-decision.ts";
import type { SeriesFacts } from "../src/booking/series-facts.ts";
import type { SeriesRequest } from "../src/booking/series-request.ts";
import { factsWith } from "./hall-school.ts";

/** One date of one half of the hall, on a Tuesday evening of the autumn term. */
export const evening: SeriesRequest = {
  space: "half-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
};

/** The decision on that evening, changed in some way. */
export function decideOne(
  change: Partial<SeriesRequest>,
  facts: Partial<SeriesFacts> = {},
): DecidedDate {
  const [decided] = decideSeries({ ...evening, ...change }, factsWith(facts)).occurrences;
  if (decided === undefined) throw new Error("The request has no date.");
  return decided;
}

/** The codes of its denials. */
export function codesOf(
  change: Partial<SeriesRequest>,
  facts: Partial<SeriesFacts> = {},
): string[] {
  return decideOne(change, facts).denials.map(({ code }) => code);
}

/** The facts behind its first denial. */
export function firstDetails(
  change: Partial<SeriesRequest>,
  facts: Partial<SeriesFacts> = {},
): unknown {
  return decideOne(change, facts).denials[0]?.details;
}
