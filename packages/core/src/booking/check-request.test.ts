import { describe, expect, it } from "vitest";
import { factsWith } from "../../test/hall-school.ts";
import { CoreError } from "../errors.ts";
import { decideSeries } from "./decide-series.ts";
import type { RequestedRecurrence, SeriesRequest } from "./series-request.ts";

const request: SeriesRequest = {
  space: "half-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
};

function errorOf(change: Partial<SeriesRequest>): CoreError {
  try {
    decideSeries({ ...request, ...change }, factsWith());
  } catch (error) {
    if (error instanceof CoreError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

function weekly(recurrence: Partial<RequestedRecurrence>): Partial<SeriesRequest> {
  return { recurrence: { rule: "FREQ=WEEKLY", ...recurrence } };
}

describe("a request that contradicts itself", () => {
  it.each([
    ["an unknown space", { space: "attic" }, "SPACE_UNKNOWN"],
    [
      "an unknown space to move to",
      { onClash: { policy: "otherSpace", spaces: ["attic"] } },
      "SPACE_UNKNOWN",
    ],
    ["an unknown layout", { layout: "banquet" }, "LAYOUT_UNKNOWN"],
    ["a date that does not exist", { first: "2026-02-30" }, "LOCAL_DATE_INVALID"],
    ["a time that is none", { startTime: "6pm" }, "LOCAL_TIME_INVALID"],
    ["a malformed rule", weekly({ rule: "FREQ=FORTNIGHTLY", count: 3 }), "RECURRENCE_INVALID"],
    [
      "a rule that is not expanded",
      weekly({ rule: "FREQ=HOURLY", count: 3 }),
      "RECURRENCE_UNSUPPORTED",
    ],
    ["a rule that nothing ends", weekly({}), "RECURRENCE_UNBOUNDED"],
    [
      "an exception date that does not exist",
      weekly({ count: 2, exceptDates: ["soon"] }),
      "LOCAL_DATE_INVALID",
    ],
  ] as const)("is refused with the code of the part: %s", (_, change, code) => {
    expect(errorOf(change).code).toBe(code);
  });

  it.each([
    ["an end at the start", { endTime: "18:00" }, "/endTime"],
    ["an end before the start", { startTime: "22:00", endTime: "02:00" }, "/endTime"],
    ["a space that can't be booked", { space: "plant-room" }, "/space"],
    [
      "another that can't be booked",
      { onClash: { policy: "otherSpace", spaces: ["half-b", "plant-room"] } },
      "/onClash/spaces/1",
    ],
    ["nobody expected", { attendance: 0 }, "/attendance"],
    ["part of a person", { attendance: 2.5 }, "/attendance"],
    ["more people than there are", { attendance: 100_001 }, "/attendance"],
    [
      "a minimum of none",
      { onClash: { policy: "skip", minimumOccurrences: 0 } },
      "/onClash/minimumOccurrences",
    ],
    [
      "a shift of more than half a day",
      { onClash: { policy: "nearbyTime", shiftMinutes: 721 } },
      "/onClash/shiftMinutes",
    ],
    ["a count of none", weekly({ count: 0 }), "/recurrence/count"],
    ["an end of the series before its start", weekly({ until: "2026-09-07" }), "/recurrence/until"],
    [
      "an exception said twice",
      weekly({ count: 2, exceptDates: ["2026-09-15", "2026-09-15"] }),
      "/recurrence/exceptDates/1",
    ],
    [
      "an extra date said twice",
      weekly({ count: 2, extraDates: ["2026-09-10", "2026-09-10"] }),
      "/recurrence/extraDates/1",
    ],
    [
      "an extra date before the first",
      weekly({ count: 2, extraDates: ["2026-09-07"] }),
      "/recurrence/extraDates/0",
    ],
    [
      "a date both extra and an exception",
      weekly({ count: 2, extraDates: ["2026-09-10"], exceptDates: ["2026-09-10"] }),
      "/recurrence/extraDates/0",
    ],
    [
      "more than 400 dates",
      { recurrence: { rule: "FREQ=DAILY", until: "2027-10-13" } },
      "/recurrence",
    ],
    ["more than two years", weekly({ until: "2028-09-09" }), "/recurrence"],
    [
      "a count that takes more than two years",
      weekly({ rule: "FREQ=MONTHLY", count: 30 }),
      "/recurrence",
    ],
    [
      "an extra date after more than two years",
      weekly({ count: 2, extraDates: ["2028-09-09"] }),
      "/recurrence",
    ],
  ] as const)("is refused with a pointer to the fault: %s", (_, change, path) => {
    const error = errorOf(change);
    expect(error.code).toBe("REQUEST_INVALID");
    expect(error.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it("is refused with all its faults at once", () => {
    const error = errorOf({ endTime: "17:00", attendance: -1, ...weekly({ count: 401 }) });
    expect(error.faults.map(({ path }) => path)).toEqual([
      "/endTime",
      "/attendance",
      "/recurrence/count",
    ]);
    expect(error.message).toContain("(and 2 more)");
  });
});

describe("a request at its limits", () => {
  it("may have 400 dates, and reach two years ahead", () => {
    const daily = { ...request, recurrence: { rule: "FREQ=DAILY", until: "2027-10-12" } };
    expect(decideSeries(daily, factsWith()).occurrences).toHaveLength(400);
    const long = { ...request, recurrence: { rule: "FREQ=MONTHLY", until: "2028-09-08" } };
    expect(decideSeries(long, factsWith()).occurrences.at(-1)?.date).toBe("2028-09-08");
  });

  it("may end at midnight", () => {
    const late = { ...request, space: "lobby", startTime: "23:00", endTime: "24:00" };
    expect(decideSeries(late, factsWith()).accepted).toBe(true);
  });
});
