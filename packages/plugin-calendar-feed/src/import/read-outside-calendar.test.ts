import { toInstant, toLocal } from "@neuadd/core";
import { timeZoneLines } from "@neuadd/plugin-kit/icalendar";
import { describe, expect, it } from "vitest";
import { readOutsideCalendar } from "./read-outside-calendar.ts";

const ZONE = "Europe/London";
const limits = {
  zone: ZONE,
  from: toInstant("2026-08-24", "00:00", ZONE),
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
  return { said, refused: refused.map(({ code }) => code) };
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

  const first = ["2026-10-20 18:00-20:00"];

  it.each([
    ["an hourly rule", "RRULE:FREQ=HOURLY", first],
    [
      "a rule that its start does not meet",
      "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2",
      [...first, "2026-10-26 18:00-20:00", "2026-11-02 18:00-20:00"],
    ],
    ["the 30th of February", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", first],
  ])("tells of %s, and takes what it can read of it", (_name, rule, dates) => {
    const { said, refused } = read(weekly.with(3, rule), [
      "UID:other",
      "DTSTART:20261201T180000Z",
      "DTEND:20261201T190000Z",
    ]);
    expect(refused).toEqual(["RECURRENCE_UNSUPPORTED"]);
    expect(said).toEqual([...dates, "2026-12-01 18:00-19:00"]);
  });

  it("tells of an override of this and all that follows, and takes the dates of before and its own", () => {
    const override = [
      "UID:choir",
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T180000Z",
      "DTSTART:20261103T190000Z",
      "DTEND:20261103T210000Z",
    ];
    expect(read(weekly, override)).toEqual({
      said: [
        "2026-10-20 18:00-20:00",
        "2026-10-27 18:00-20:00",
        "2026-11-03 18:00-20:00",
        "2026-11-03 19:00-21:00",
        "2026-11-10 18:00-20:00",
      ],
      refused: ["RANGE_UNSUPPORTED"],
    });
  });

  it("knows the date that is moved or left out by its day alone", () => {
    const moved = [
      "UID:choir",
      "RECURRENCE-ID;VALUE=DATE:20261103",
      "DTSTART;TZID=Europe/London:20261104T190000",
      "DURATION:PT1H",
    ];
    expect(read([...weekly, "EXDATE;VALUE=DATE:20261027"], moved)).toEqual({
      said: ["2026-10-20 18:00-20:00", "2026-11-04 19:00-20:00", "2026-11-10 18:00-20:00"],
      refused: [],
    });
  });

  it("leaves a date where it was when its override or exception can't be read", () => {
    const moved = [
      "UID:choir",
      "RECURRENCE-ID:20261103T180000Z",
      "DTSTART;TZID=Nowhere:20261104T190000",
      "DTEND;TZID=Nowhere:20261104T200000",
    ];
    const { said, refused } = read([...weekly, "EXDATE;TZID=Nowhere:20261027T180000"], moved);
    expect(said).toHaveLength(4);
    expect(refused).toEqual(["ZONE_UNKNOWN"]);
  });

  it("names what can't be read by its UID, its summary and its first date", () => {
    const text = calendar([
      ...weekly.with(3, "RRULE:FREQ=HOURLY"),
      String.raw`SUMMARY:Côr\, ymarfer`,
    ]);
    expect(readOutsideCalendar(text, limits).refused).toEqual([
      {
        event: "choir",
        code: "RECURRENCE_UNSUPPORTED",
        summary: "Côr, ymarfer",
        date: "2026-10-20",
      },
    ]);
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

  it("are read by the clocks that the file describes, where it names none that are known", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Ysgol\\, Cymru",
      ...timeZoneLines(ZONE, 0, 0).slice(2, -1),
      "END:VTIMEZONE",
    ];
    const weeks = weekly.map((line) => line.replace("Europe/London", '"Ysgol, Cymru"'));
    const text = calendar(weeks).replace("VERSION:2.0", zone.join("\r\n"));
    const { taken, refused } = readOutsideCalendar(text, limits);
    expect(refused).toEqual([]);
    const known = readOutsideCalendar(calendar(weekly), limits).taken;
    expect(known).toHaveLength(4);
    expect(taken).toEqual(known);
  });

  it("refuse a zone that nobody knows", () => {
    expect(read(["DTSTART;TZID=Nowhere:20260908T180000", "DURATION:PT1H"])).toEqual({
      said: [],
      refused: ["ZONE_UNKNOWN"],
    });
  });

  it("of whole days are the school's days, also when clocks change", () => {
    const { said } = read(["DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026"]);
    expect(said).toEqual(["2026-10-24 00:00-2026-10-26 00:00"]);
    expect(read(["DTSTART;VALUE=DATE:20261025"]).said).toEqual([
      "2026-10-25 00:00-2026-10-26 00:00",
    ]);
  });

  it("of a whole day that ends on the day it begins last that day", () => {
    expect(read(["DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261024"])).toEqual({
      said: ["2026-10-24 00:00-2026-10-25 00:00"],
      refused: [],
    });
  });

  it("that are free or cancelled don't count, nor those without length", () => {
    const time = ["DTSTART:20260908T170000Z", "DTEND:20260908T180000Z"];
    const none = ["DTSTART:20260908T170000Z"];
    expect(read([...time, "TRANSP:TRANSPARENT"], [...time, "STATUS:CANCELLED"], none)).toEqual({
      said: [],
      refused: [],
    });
  });

  it("that are none at all, end before they begin, or are of another century, are refused", () => {
    const { said, refused } = read(
      ["DTSTART;VALUE=DATE:20260231"],
      ["DTSTART:20260908T256000Z", "DURATION:PT1H"],
      ["DTSTART:18991231T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"],
      ["SUMMARY:No start"],
      ["DTSTART:20260908T170000Z", "DTEND:20260908T160000Z"],
      ["DTSTART;VALUE=DATE:20260908", "DTEND;VALUE=DATE:20260907"],
    );
    expect(said).toEqual([]);
    expect(refused).toEqual(Array.from({ length: 6 }, () => "TIME_UNSUPPORTED"));
  });

  it("that last for years are taken as far as the calendar is read", () => {
    const { said } = read(["DTSTART;VALUE=DATE:19990901", "DTEND;VALUE=DATE:20990901"]);
    expect(said).toEqual(["2026-08-24 00:00-2027-09-28 00:00"]);
  });

  it("that come again before they end are told of, and taken as far back as they are looked for", () => {
    const event = ["DTSTART;VALUE=DATE:20260901", "DURATION:P500D", "RRULE:FREQ=WEEKLY;COUNT=2"];
    const { said, refused } = read(event);
    expect(said).toEqual([
      "2026-09-01 00:00-2027-09-28 00:00",
      "2026-09-08 00:00-2027-09-28 00:00",
    ]);
    expect(refused).toEqual(["TOO_LONG"]);
  });

  it("are those of the event, not of the alarm within it", () => {
    const alarm = ["BEGIN:VALARM", "DTSTART:20260901T100000Z", "DURATION:PT9H", "END:VALARM"];
    const event = ["DTSTART:20260908T170000Z", ...alarm, "DTEND:20260908T180000Z"];
    expect(read(event).said).toEqual(["2026-09-08 18:00-19:00"]);
  });
});

describe("a file", () => {
  it.each([
    "",
    "<html>",
    "BEGIN:VCALENDAR",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\r\nno colon here\r\nEND:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nDTSTART:20260908T170000Z",
  ])("is refused whole where it is no calendar: %j", (text) => {
    expect(() => readOutsideCalendar(text, limits)).toThrow(
      expect.objectContaining({ code: "NOT_A_CALENDAR" }),
    );
  });

  it("without any event is a calendar in which nothing is taken", () => {
    expect(readOutsideCalendar(calendar(), limits)).toEqual({ taken: [], refused: [] });
  });

  it("may hold several calendars, begin with a mark of its encoding and end its lines anyhow", () => {
    const event = ["DTSTART:20260908T170000Z", "DURATION:PT1H"];
    const text = `\uFEFF${calendar(event)}${calendar(event)}`.replaceAll("\r\n", "\n");
    expect(readOutsideCalendar(text, limits).taken).toHaveLength(2);
  });
});
