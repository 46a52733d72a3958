import { addDays, type LocalTime, toInstant } from "@neuadd/core";
import fc from "fast-check";
import ICAL from "ical.js";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import type { BookingFacts, OccurrenceFacts } from "../booking-facts.ts";
import { bookingSeries, type SeriesSetting } from "./booking-series.ts";
import { contentLines } from "./content-line.ts";
import { timeZoneLines } from "./time-zone.ts";

const ZONE = "Europe/London";
const FIRST = "2026-09-08";

type Status = OccurrenceFacts["status"];
interface MadeDate {
  readonly day: number;
  readonly status?: Status;
  readonly startTime?: LocalTime;
  readonly endTime?: LocalTime;
  readonly space?: string;
}

/** A booking of the hall from 18:00 to 19:30 on days after the first, each as it says otherwise. */
function booking(dates: readonly MadeDate[], revision = 7): BookingFacts {
  const request = {
    hirer: "hir_1",
    title: "Côr; ymarfer",
    activity: "choir",
    space: "hall",
    first: FIRST,
    startTime: "18:00",
    endTime: "19:30",
  } as const;
  const occurrences = dates.map(({ day, status = "confirmed", ...given }): OccurrenceFacts => {
    const { startTime = "18:00", endTime = "19:30", space = "hall" } = given;
    const date = addDays(FIRST, day);
    const start = toInstant(date, startTime, ZONE);
    const end = toInstant(date, endTime, ZONE);
    return { date, startTime, endTime, space, start, end, status, denials: [] };
  });
  return {
    id: "bok_1",
    school: "ysgol",
    hirer: "hir_1",
    status: "approved",
    title: request.title,
    request,
    occurrences,
    requestedAt: 0,
    revision,
  };
}

const struckOut: SeriesSetting = {
  zone: ZONE,
  domain: "neuadd.test",
  stamp: Date.UTC(2026, 7, 24),
  placeName: (space) => `Lle ${space}`,
  gone: "struckOut",
};
const leftOut: SeriesSetting = { ...struckOut, gone: "leftOut" };

function textOf(made: BookingFacts, setting: SeriesSetting): string {
  const series = bookingSeries(made, setting);
  if (series === undefined) return "";
  const { lines, from, to } = series;
  const zone = timeZoneLines(ZONE, from, to);
  return contentLines(["BEGIN:VCALENDAR", "VERSION:2.0", ...zone, ...lines, "END:VCALENDAR"]);
}

/** When, where and whether, of each date. */
type SeenDate = readonly [start: number, end: number, place: string, status: string];

function seenByIcalJs(text: string): SeenDate[] {
  const calendar = ICAL.Component.fromString(text);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const [main, ...exceptions] = calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
  if (main === undefined) return [];
  for (const one of exceptions) main.relateException(one);
  const starts = [];
  const iterator = main.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) starts.push(next);
  const seen = starts.map((start): SeenDate => {
    const { item, startDate, endDate } = main.getOccurrenceDetails(start);
    const status = String(item.component.getFirstPropertyValue("status"));
    const [from, to] = [startDate.toUnixTime() * 1000, endDate.toUnixTime() * 1000];
    return [from, to, item.location, status];
  });
  ICAL.TimezoneService.reset();
  return inOrder(seen);
}

function seenByNodeIcal(text: string): SeenDate[] {
  const [from, to] = [new Date("2026-01-01T00:00Z"), new Date("2028-12-31T00:00Z")];
  const seen = Object.values(ical.sync.parseICS(text)).flatMap((one) =>
    one?.type === "VEVENT"
      ? ical
          .expandRecurringEvent(one, { from, to })
          .map(({ event, start, end }): SeenDate => [
            start.getTime(),
            end.getTime(),
            typeof event.location === "string" ? event.location : String(event.location?.val),
            String(event.status),
          ])
      : [],
  );
  return inOrder(seen);
}

const inOrder = (seen: readonly SeenDate[]) => seen.toSorted(([one], [other]) => one - other);

const SAID: Readonly<Partial<Record<Status, string>>> = {
  requested: "TENTATIVE",
  confirmed: "CONFIRMED",
  completed: "CONFIRMED",
  noShow: "CONFIRMED",
  cancelled: "CANCELLED",
  displaced: "CANCELLED",
};

/** What a calendar is to show, worked out date by date. */
function expected({ occurrences }: BookingFacts, isTold: (status: string) => boolean): SeenDate[] {
  return occurrences.flatMap(({ start, end, space, status }) => {
    const said = SAID[status];
    return said === undefined || !isTold(said) ? [] : [[start, end, `Lle ${space}`, said] as const];
  });
}

const dates = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 0, max: 300 }),
    status: fc.constantFrom<Status>("confirmed", "completed", "cancelled", "displaced", "denied"),
    time: fc.constantFrom(["18:00", "19:30"] as const, ["19:00", "24:00"] as const),
    space: fc.constantFrom("hall", "room"),
  }),
  { selector: ({ day }) => day, minLength: 1, maxLength: 25 },
);
const bookings = dates.map((made) =>
  booking(
    made
      .toSorted((one, other) => one.day - other.day)
      .map(({ time: [startTime, endTime], ...rest }) => ({ ...rest, startTime, endTime })),
  ),
);

describe("bookingSeries", () => {
  it("is read by ical.js and by node-ical as just the dates that are to be, and those that are not as cancelled", () => {
    fc.assert(
      fc.property(bookings, (made) => {
        const text = textOf(made, struckOut);
        const wanted = expected(made, () => true);
        expect(text === "").toBe(wanted.length === 0);
        if (text === "") return;
        expect(seenByIcalJs(text)).toEqual(wanted);
        expect(seenByNodeIcal(text)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out what is not to be where a letter asks for it, unless nothing else is left", () => {
    fc.assert(
      fc.property(bookings, (made) => {
        const text = textOf(made, leftOut);
        const kept = expected(made, (status) => status !== "CANCELLED");
        if (kept.length === 0) {
          expect(text).toBe(textOf(made, struckOut));
          return;
        }
        expect(text).not.toContain("CANCELLED");
        expect(seenByIcalJs(text)).toEqual(kept);
        expect(seenByNodeIcal(text)).toEqual(kept);
      }),
      { numRuns: 60 },
    );
  });

  it("has the same UID, SEQUENCE and name for each date in a feed as in a letter", () => {
    const made = booking([
      { day: 0 },
      { day: 7, status: "cancelled" },
      { day: 14, startTime: "19:00", endTime: "20:00" },
      { day: 21 },
    ]);
    const values = (text: string, name: string) =>
      new Set(
        [...text.matchAll(new RegExp(`^${name}[:;](.*)\r$`, "gm"))].map(([, value]) => value),
      );
    const [feed, letter] = [textOf(made, struckOut), textOf(made, leftOut)];
    expect(values(feed, "UID")).toEqual(new Set(["bok_1@neuadd.test"]));
    expect(values(letter, "UID")).toEqual(values(feed, "UID"));
    expect(values(letter, "SEQUENCE")).toEqual(values(feed, "SEQUENCE"));
    expect(values(letter, "RECURRENCE-ID")).toEqual(
      new Set(["TZID=Europe/London:20260922T180000"]),
    );
    expect(values(feed, "RECURRENCE-ID")).toEqual(
      new Set(["TZID=Europe/London:20260915T180000", "TZID=Europe/London:20260922T180000"]),
    );
  });

  it("is tentative while it waits, and nothing when every date was denied", () => {
    const waiting = booking([0, 7].map((day) => ({ day, status: "requested" as const })));
    expect(bookingSeries(waiting, struckOut)?.status).toBe("TENTATIVE");
    const denied = booking([0, 7].map((day) => ({ day, status: "denied" as const })));
    expect(bookingSeries(denied, struckOut)).toBeUndefined();
  });
});
