import { amendSeries } from "../src/booking/amend-series.ts";
import type { Amendment, SeriesChange } from "../src/booking/amendment.ts";
import { claimsOf } from "../src/booking/claims-of.ts";
import type { SeriesFacts } from "../src/booking/series-facts.ts";
import type { Occurrence, Series } from "../src/booking/series.ts";
import { at, factsWith, tree } from "./hall-school.ts";

/** A confirmed Tuesday-evening series of four dates on half the hall, and changes to it. */

/** A confirmed date of the series. */
export function occurrence(date: string, change: Partial<Occurrence> = {}): Occurrence {
  const { startTime = "18:00", endTime = "19:30" } = change;
  return {
    date,
    space: "half-a",
    startTime,
    endTime,
    start: at(date, startTime),
    end: at(date, endTime),
    status: "confirmed",
    ...change,
  };
}

const tuesdays = ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"];

/** The series, changed in some way. */
export function series(change: Partial<Series> = {}): Series {
  return {
    id: "series-1",
    status: "approved",
    space: "half-a",
    attendance: 16,
    occurrences: tuesdays.map((date) => occurrence(date)),
    ...change,
  };
}

/** The series' own claims, and others. */
export function facts(
  others: SeriesFacts["claims"] = [],
  change: Partial<SeriesFacts> = {},
): SeriesFacts {
  const own = series().occurrences.flatMap((placed) =>
    claimsOf(placed, tree, "series-1", "booking"),
  );
  return factsWith({ claims: [...own, ...others], ...change });
}

/** Each occurrence in a line: class, old place, new place, codes. */
export function told({ occurrences }: Amendment): string[] {
  return occurrences.map(({ class: kind, before, after, denials }) =>
    [
      kind,
      before ? `${before.date.slice(5)} ${before.startTime}` : "-",
      after ? `${after.date.slice(5)} ${after.startTime}` : "-",
      ...denials.map(({ code }) => code),
    ].join(" "),
  );
}

/** What a change does to the series, among claims of others. */
export function amend(change: SeriesChange, others: SeriesFacts["claims"] = []): Amendment {
  return amendSeries(series(), change, facts(others));
}
