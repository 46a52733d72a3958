import { toInstant, toLocal } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { FileRefusal } from "./event-refusal.ts";
import { readOutsideCalendar } from "./read-outside-calendar.ts";

const ZONE = "Europe/London";
const limits = {
  zone: ZONE,
  from: toInstant("2026-08-24", "09:00", ZONE),
  horizon: toInstant("2027-09-28", "00:00", ZONE),
};

function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** `2026-09-08 18:00-20:00` in local time. */
function read(...events: readonly (readonly string[])[]) {
  const { taken, refused } = readOutsideCalendar(calendar(...events), limits);
  const said = taken
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const [from, to] = [toLocal(start, ZONE), toLocal(end, ZONE)];
      const day = from.date === to.date ? "" : `${to.date} `;
      return `${from.date} ${from.time}-${day}${to.time}`;
    });
  return { said, refused };
}

const weekly = [
  "UID:choir",
  "DTSTART;TZID=Europe/London:20261020T180000",
  "DTEND;TZID=Europe/London:20261020T200000",
  "RRULE:FREQ=WEEKLY;COUNT=4",
];

describe("recurrence", () => {
  it("keeps 18:00 local over the end of summer time", () => {
    expect(read(weekly).said).toEqual([
      "2026-10-20 18:00-20:00",
      "2026-10-27 18:00-20:00",
      "2026-11-03 18:00-20:00",
      "2026-11-10 18:00-20:00",
    ]);
  });

  it("knows exceptions, additions, moved and cancelled dates", () => {
    const series = [
      ...weekly,
      "EXDATE;TZID=Europe/London:20261027T180000",
      "RDATE;TZID=Europe/London:20261105T180000",
    ];
    const moved = [
      "UID:choir",
      "RECURRENCE-ID:20261103T180000Z",
      "DTSTART;TZID=Europe/London:20261104T190000",
      "DURATION:PT1H30M",
    ];
    const cancelled = [
      "UID:choir",
      "RECURRENCE-ID;TZID=Europe/London:20261110T180000",
      "DTSTART;TZID=Europe/London:20261110T180000",
      "STATUS:CANCELLED",
    ];
    expect(read(series, moved, cancelled).said).toEqual([
      "2026-10-20 18:00-20:00",
      "2026-11-04 19:00-20:30",
      "2026-11-05 18:00-20:00",
    ]);
  });

  it.each(["UNTIL=20261027T180000Z", "UNTIL=20261102", "UNTIL=20261103T175959Z"])(
    "ends with %s inclusively",
    (until) => {
      const { said } = read(weekly.with(3, `RRULE:FREQ=WEEKLY;${until}`));
      expect(said).toEqual(["2026-10-20 18:00-20:00", "2026-10-27 18:00-20:00"]);
    },
  );

  it("follows a rule without an end up to the horizon, and leaves out what is over", () => {
    const { said } = read([
      "UID:old",
      "DTSTART;TZID=Europe/London:20010102T180000",
      "DTEND;TZID=Europe/London:20010102T190000",
      "RRULE:FREQ=WEEKLY;BYDAY=TU",
    ]);
    expect(said[0]).toBe("2026-08-25 18:00-19:00");
    expect(said.at(-1)).toBe("2027-09-21 18:00-19:00");
    expect(said).toHaveLength(57);
  });

  it.each([
    ["an hourly rule", "RRULE:FREQ=HOURLY", "RECURRENCE_UNSUPPORTED"],
    [
      "a rule that can't be met by its start",
      "RRULE:FREQ=WEEKLY;BYDAY=MO",
      "RECURRENCE_UNSUPPORTED",
    ],
    ["the 30th of February", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "RECURRENCE_UNSUPPORTED"],
  ])("refuses %s, and takes the other events", (_name, rule, code) => {
    const { said, refused } = read(weekly.with(3, rule), [
      "UID:other",
      "DTSTART:20261201T180000Z",
      "DTEND:20261201T190000Z",
    ]);
    expect(refused).toEqual({ [code]: 1 });
    expect(said).toEqual(["2026-12-01 18:00-19:00"]);
  });

  it("refuses an override of this and all that follows", () => {
    const override = [
      "UID:choir",
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T180000Z",
      "DTSTART:20261103T190000Z",
      "DTEND:20261103T200000Z",
    ];
    expect(read(weekly, override)).toEqual({ said: [], refused: { RANGE_UNSUPPORTED: 1 } });
  });
});

describe("times", () => {
  it.each([
    ["UTC", "DTSTART:20260908T170000Z"],
    ["no zone: the school's", "DTSTART:20260908T180000"],
    ["a zone of Microsoft's", "DTSTART;TZID=GMT Standard Time:20260908T180000"],
    ["a zone elsewhere", "DTSTART;TZID=America/New_York:20260908T130000"],
    ["a zone with a prefix", "DTSTART;TZID=/freeassociation.example/Europe/London:20260908T180000"],
  ])("are read in %s", (_name, start) => {
    expect(read([start, "DURATION:PT1H"]).said).toEqual(["2026-09-08 18:00-19:00"]);
  });

  it("refuse a zone that nobody knows", () => {
    expect(read(["DTSTART;TZID=Nowhere:20260908T180000", "DURATION:PT1H"])).toEqual({
      said: [],
      refused: { ZONE_UNKNOWN: 1 },
    });
  });

  it("of whole days are the school's days, also when clocks change", () => {
    const { said } = read(["DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026"]);
    expect(said).toEqual(["2026-10-24 00:00-2026-10-26 00:00"]);
    expect(read(["DTSTART;VALUE=DATE:20261025"]).said).toEqual([
      "2026-10-25 00:00-2026-10-26 00:00",
    ]);
  });

  it("that are free or cancelled don't count, nor those without length", () => {
    const time = ["DTSTART:20260908T170000Z", "DTEND:20260908T180000Z"];
    const none = ["DTSTART:20260908T170000Z"];
    expect(read([...time, "TRANSP:TRANSPARENT"], [...time, "STATUS:CANCELLED"], none)).toEqual({
      said: [],
      refused: {},
    });
  });

  it("that are years long, or none at all, are refused", () => {
    const { refused } = read(
      ["DTSTART:20260908T170000Z", "DTEND:20290908T180000Z"],
      ["DTSTART;VALUE=DATE:20260231"],
      ["SUMMARY:No start"],
    );
    expect(refused).toEqual({ TOO_LONG: 1, TIME_UNSUPPORTED: 2 });
  });
});

describe("hostile files", () => {
  function refusal(text: string): string {
    try {
      readOutsideCalendar(text, limits);
    } catch (error) {
      if (error instanceof FileRefusal) return error.code;
      throw error;
    }
    return "taken";
  }

  it.each([
    "",
    "<html>",
    "BEGIN:VCALENDAR",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\r\nno colon here\r\nEND:VCALENDAR\r\n",
  ])("%j is no calendar", (text) => expect(refusal(text)).toBe("NOT_A_CALENDAR"));

  it("with more than 5,000 events are refused before they are read", () => {
    expect(refusal("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(5_001))).toBe(
      "TOO_MANY_EVENTS",
    );
  });

  it("whose rules give too many dates together are refused", () => {
    const daily = (uid: number) => [
      `UID:${uid}`,
      "DTSTART;VALUE=DATE:19000101",
      "RRULE:FREQ=DAILY",
    ];
    expect(refusal(calendar(...[1, 2, 3, 4, 5].map(daily)))).toBe("TOO_MANY_DATES");
  });

  it("without any event are a calendar in which nothing is taken", () => {
    expect(readOutsideCalendar(calendar(), limits)).toEqual({ taken: [], refused: {} });
  });
});
