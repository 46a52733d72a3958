import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, localDate } from "./local-date.ts";
import { localTime } from "./local-time.ts";
import {
  isNonexistent,
  localDateOf,
  offsetMinutes,
  toInstant,
  toLocal,
  toRfc3339,
} from "./zone.ts";

const LONDON = "Europe/London";
const MINUTE = 60_000;
const DAY = 86_400_000;

const oddZones = fc.constantFrom(
  LONDON,
  "UTC",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Santiago",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Asia/Beirut",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Kwajalein",
  "Pacific/Chatham",
  "America/St_Johns",
);

const formats = new Map<string, Intl.DateTimeFormat>();

/** The oracle: what the host's own calendar shows in a zone, to the minute. */
function clockOf(instant: number, zone: string): { date: string; time: string } {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const year = (parts.get("year") ?? "").padStart(4, "0");
  return {
    date: `${year}-${parts.get("month")}-${parts.get("day")}`,
    time: `${parts.get("hour")}:${parts.get("minute")}`,
  };
}

/** Whole minutes of instants, from 1900 to 2100: the years for which the host's calendar and ours agree by rule. */
const instants = fc
  .integer({ min: Date.UTC(1900, 0, 1) / MINUTE, max: Date.UTC(2100, 0, 1) / MINUTE })
  .map((minutes) => minutes * MINUTE);

describe("toInstant", () => {
  it("keeps 18:00 local across both clock changes of London", () => {
    const before = toInstant("2027-03-23", "18:00", LONDON);
    const after = toInstant("2027-03-30", "18:00", LONDON);
    expect(after - before).toBe(7 * DAY - 60 * MINUTE);
    expect(toInstant("2026-10-20", "18:00", LONDON)).toBe(Date.UTC(2026, 9, 20, 17));
    expect(toInstant("2026-10-27", "18:00", LONDON)).toBe(Date.UTC(2026, 9, 27, 18));
  });

  it("takes a time that does not exist with the offset before the gap", () => {
    expect(toInstant("2027-03-28", "01:30", LONDON)).toBe(Date.UTC(2027, 2, 28, 1, 30));
    expect(toInstant("2027-03-28", "00:30", LONDON)).toBe(Date.UTC(2027, 2, 28, 0, 30));
    expect(toInstant("2027-03-28", "02:00", LONDON)).toBe(Date.UTC(2027, 2, 28, 1));
  });

  it("takes a time that comes twice as the first", () => {
    expect(toInstant("2026-10-25", "01:30", LONDON)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(toInstant("2026-10-25", "02:00", LONDON)).toBe(Date.UTC(2026, 9, 25, 2));
  });

  it("takes 24:00 as 00:00 of the next day, also at the end of a year and of all years", () => {
    expect(toInstant("2026-09-08", "24:00", LONDON)).toBe(toInstant("2026-09-09", "00:00", LONDON));
    expect(toInstant("2026-12-31", "24:00", LONDON)).toBe(Date.UTC(2027, 0, 1));
    expect(toInstant("9999-12-31", "24:00", "UTC")).toBe(Date.UTC(10_000, 0, 1));
  });

  it("works in zones with odd shifts", () => {
    // Half an hour on Lord Howe Island: 02:00 becomes 02:30 in October, 02:00 becomes 01:30 in April.
    expect(toInstant("2026-10-04", "02:15", "Australia/Lord_Howe")).toBe(
      Date.UTC(2026, 9, 3, 15, 45),
    );
    expect(toInstant("2026-04-05", "01:45", "Australia/Lord_Howe")).toBe(
      Date.UTC(2026, 3, 4, 14, 45),
    );
    expect(toInstant("2026-09-08", "18:00", "Asia/Kathmandu")).toBe(Date.UTC(2026, 8, 8, 12, 15));
    // 00:00 becomes 01:00 in Santiago, in São Paulo (2018) and in Beirut: the day starts at 01:00.
    expect(toInstant("2026-09-06", "00:30", "America/Santiago")).toBe(Date.UTC(2026, 8, 6, 4, 30));
    expect(toInstant("2018-11-04", "00:00", "America/Sao_Paulo")).toBe(Date.UTC(2018, 10, 4, 3));
    expect(toInstant("2026-03-29", "00:00", "Asia/Beirut")).toBe(Date.UTC(2026, 2, 28, 22));
    // 24:00 becomes 23:00 in Santiago: 23:30 comes twice.
    expect(toInstant("2026-04-04", "23:30", "America/Santiago")).toBe(Date.UTC(2026, 3, 5, 2, 30));
  });

  it("gives a time of the day that Samoa left out the offset before", () => {
    expect(toInstant("2011-12-30", "12:00", "Pacific/Apia")).toBe(Date.UTC(2011, 11, 30, 22));
    expect(toLocal(Date.UTC(2011, 11, 30, 22), "Pacific/Apia")).toEqual({
      date: "2011-12-31",
      time: "12:00",
    });
  });

  it("is undone by toLocal, unless the time does not exist", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber("1900-01-02"), max: dayNumber("2099-12-30") }),
        fc.integer({ min: 0, max: 1439 }),
        oddZones,
        (day, minutes, zone) => {
          const local = { date: localDate(day), time: localTime(minutes) };
          const instant = toInstant(local.date, local.time, zone);
          if (isNonexistent(local.date, local.time, zone)) {
            expect(clockOf(instant, zone)).not.toEqual(local);
          } else {
            expect(clockOf(instant, zone)).toEqual(local);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("gives the first instant at which the clocks show what they show at any instant", () => {
    fc.assert(
      fc.property(instants, oddZones, (instant, zone) => {
        const local = clockOf(instant, zone);
        const first = toInstant(local.date, local.time, zone);
        expect(first).toBeLessThanOrEqual(instant);
        expect(clockOf(first, zone)).toEqual(local);
        expect(isNonexistent(local.date, local.time, zone)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["2026-02-30", "18:00", LONDON, "LOCAL_DATE_INVALID"],
    ["2026-02-28", "18:60", LONDON, "LOCAL_TIME_INVALID"],
    ["2026-02-28", "18:00", "Wales/Ebbw_Vale", "ZONE_UNKNOWN"],
    ["2026-02-28", "18:00", "constructor", "ZONE_UNKNOWN"],
  ])("refuses %s %s in %s", (date, time, zone, code) => {
    expect(() => toInstant(date, time, zone)).toThrow(expect.objectContaining({ code }));
  });
});

describe("isNonexistent", () => {
  it("holds from the start of a gap up to its end", () => {
    const times = ["00:59", "01:00", "01:59", "02:00"];
    expect(times.map((time) => isNonexistent("2027-03-28", time, LONDON))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("holds for no time of the autumn change", () => {
    expect(isNonexistent("2026-10-25", "01:30", LONDON)).toBe(false);
  });

  it("holds for a midnight that is skipped, asked as 00:00 or as 24:00 of the day before", () => {
    expect(isNonexistent("2018-11-04", "00:00", "America/Sao_Paulo")).toBe(true);
    expect(isNonexistent("2018-11-03", "24:00", "America/Sao_Paulo")).toBe(true);
    expect(isNonexistent("2018-11-04", "01:00", "America/Sao_Paulo")).toBe(false);
  });

  it("holds for the whole day that Samoa left out", () => {
    expect(isNonexistent("2011-12-30", "00:00", "Pacific/Apia")).toBe(true);
    expect(isNonexistent("2011-12-30", "23:59", "Pacific/Apia")).toBe(true);
    expect(isNonexistent("2011-12-29", "23:59", "Pacific/Apia")).toBe(false);
    expect(isNonexistent("2011-12-31", "00:00", "Pacific/Apia")).toBe(false);
  });
});

describe("offsetMinutes, toLocal and localDateOf", () => {
  it("show what the host's calendar shows", () => {
    fc.assert(
      fc.property(instants, oddZones, (instant, zone) => {
        expect(toLocal(instant, zone)).toEqual(clockOf(instant, zone));
        expect(localDateOf(instant, zone)).toBe(clockOf(instant, zone).date);
      }),
      { numRuns: 500 },
    );
  });

  it("change at the very millisecond of a clock change", () => {
    const change = Date.UTC(2027, 2, 28, 1);
    expect(offsetMinutes(change - 1, LONDON)).toBe(0);
    expect(offsetMinutes(change, LONDON)).toBe(60);
    expect(toLocal(change - 1, LONDON).time).toBe("00:59");
    expect(toLocal(change, LONDON).time).toBe("02:00");
  });

  it("keep the sign of an old offset just west of Greenwich", () => {
    expect(offsetMinutes(Date.UTC(1900, 0, 1), "Europe/Dublin")).toBeCloseTo(-25.35, 9);
    expect(offsetMinutes(Date.UTC(1960, 0, 1), "Africa/Monrovia")).toBe(-44.5);
  });

  it("answer alike after many zones and days have been asked for", () => {
    const asked = toInstant("2027-03-28", "01:30", LONDON);
    const zones = Intl.supportedValuesOf("timeZone");
    for (const zone of zones) offsetMinutes(asked, zone);
    for (let day = 0; day < 10_000; day += 1) offsetMinutes(day * DAY, LONDON);
    expect(zones.length).toBeGreaterThan(64);
    expect(toInstant("2027-03-28", "01:30", LONDON)).toBe(asked);
    expect(isNonexistent("2027-03-28", "01:30", LONDON)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15])("refuse the instant %d", (instant) => {
    expect(() => toLocal(instant, LONDON)).toThrow(
      expect.objectContaining({ code: "LOCAL_DATE_INVALID" }),
    );
  });
});

describe("toRfc3339", () => {
  it("writes the local time with its offset", () => {
    expect(toRfc3339(Date.UTC(2026, 8, 8, 17), LONDON)).toBe("2026-09-08T18:00:00+01:00");
    expect(toRfc3339(Date.UTC(2026, 11, 8, 18), LONDON)).toBe("2026-12-08T18:00:00+00:00");
    expect(toRfc3339(Date.UTC(2026, 8, 8), "Asia/Kathmandu")).toBe("2026-09-08T05:45:00+05:45");
    expect(toRfc3339(Date.UTC(2026, 6, 8), "America/St_Johns")).toBe("2026-07-07T21:30:00-02:30");
  });

  it("keeps milliseconds if there are any", () => {
    expect(toRfc3339(Date.UTC(2026, 8, 8, 17, 0, 0, 70), LONDON)).toBe(
      "2026-09-08T18:00:00.070+01:00",
    );
  });

  it("names the same instant, whatever the offset", () => {
    fc.assert(
      fc.property(instants, oddZones, (instant, zone) => {
        expect(Date.parse(toRfc3339(instant, zone))).toBe(instant);
      }),
      { numRuns: 500 },
    );
  });
});
