import { decideSeries } from "../src/booking/decide-series.ts";
import type { DecidedDate } from "../src/booking/series-decision.ts";
import type { OnClash, SeriesRequest } from "../src/booking/series-request.ts";
import { claimsOn, factsWith } from "./hall-school.ts";

/** Four Tuesday evenings on half the hall. */
export const autumn: SeriesRequest = {
  space: "half-a",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 4, termTimeOnly: true, excludeBankHolidays: true },
};

/** A badminton club on one court, on the second of the four Tuesdays. */
export const secondTaken = claimsOn("court-1", "2026-09-15", ["17:00", "20:15"]);

/** The decision on those evenings under a policy, changed in some way. */
export function decideAutumn(
  onClash: OnClash,
  claims = secondTaken,
  change: Partial<SeriesRequest> = {},
) {
  return decideSeries({ ...autumn, ...change, onClash }, factsWith({ claims }));
}

/** What was decided on a date. */
export function on(
  date: string,
  { occurrences }: { occurrences: readonly DecidedDate[] },
): DecidedDate {
  const found = occurrences.find((decided) => decided.date === date);
  if (found === undefined) throw new Error(`No decision on ${date}.`);
  return found;
}
