import { toInstant, toLocal } from "@neuadd/core";
import { openTestHost, type TestCaller, type TestHost } from "@neuadd/plugin-kit/testing";
import ICAL from "ical.js";
import ical from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendarFeed } from "../src/index.ts";

let host: TestHost;

beforeEach(async () => {
  host = await openTestHost(calendarFeed());
});

afterEach(() => host.close());

const season = {
  hirer: "hir_clwb",
  title: "Tŷ Gŵyl, ymarfer; nos Fawrth \\ wythnosol a hir iawn iawn iawn iawn iawn iawn",
  activity: "badminton",
  space: "sports-hall-a",
  first: "2026-10-20",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 3 },
} as const;

async function read(path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await host.request(path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function makeLink(place: string, as: TestCaller, language = "en") {
  const response = await host.request(`${place}/links?language=${language}`, {
    method: "POST",
    as,
  });
  expect(response.status).toBe(201);
  const { id, url } = (await response.json()) as { id: string; url: string };
  return { id, path: url.slice("https://neuadd.test/v1/x/calendar-feed".length) };
}

interface SeenDate {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

/** Every date that ical.js sees, by the zone that the calendar itself describes. */
function seenByIcalJs(text: string): SeenDate[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const seen = events
    .filter((event) => !event.isRecurrenceException())
    .flatMap((event) => {
      for (const one of events) {
        if (one.uid === event.uid && one.isRecurrenceException()) event.relateException(one);
      }
      return datesOf(event).map(({ item, startDate, endDate }) => ({
        uid: item.uid,
        sequence: item.sequence,
        summary: item.summary,
        status: String(item.component.getFirstPropertyValue("status")),
        start: startDate.toUnixTime() * 1000,
        end: endDate.toUnixTime() * 1000,
      }));
    });
  ICAL.TimezoneService.reset();
  return seen;
}

function datesOf(event: ICAL.Event) {
  if (!event.isRecurring()) return [event.getOccurrenceDetails(event.startDate)];
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    found.push(event.getOccurrenceDetails(next));
  }
  return found;
}

/** The same by node-ical. */
function seenByNodeIcal(text: string): SeenDate[] {
  const [from, to] = [new Date("2026-01-01T00:00Z"), new Date("2028-01-01T00:00Z")];
  return Object.values(ical.sync.parseICS(text)).flatMap((one) => {
    if (one?.type !== "VEVENT") return [];
    return ical.expandRecurringEvent(one, { from, to }).map(({ event, start, end }) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      summary: typeof event.summary === "string" ? event.summary : event.summary.val,
      status: String(event.status),
      start: start.getTime(),
      end: end.getTime(),
    }));
  });
}

const dates = ["2026-10-20", "2026-10-27", "2026-11-03"];

describe("the calendar of a school", () => {
  it("reads the same in ical.js and in node-ical, and 18:00 stays 18:00 over the end of summer time", async () => {
    const booking = await host.ledger().request(season);
    await host.ledger().approve(booking.id);
    const { path } = await makeLink(`/schools/${host.school}`, "school");
    const { text } = await read(path);
    const expected = dates.map((date) => ({
      uid: `${booking.id}@neuadd.test`,
      sequence: 3,
      summary: season.title,
      status: "CONFIRMED",
      start: toInstant(date, "18:00", "Europe/London"),
      end: toInstant(date, "19:30", "Europe/London"),
    }));
    expect(seenByIcalJs(text)).toEqual(expected);
    expect(seenByNodeIcal(text)).toEqual(expected);
    expect(text).toContain("DTSTART;TZID=Europe/London:20261020T180000\r\n");
    expect(text.replaceAll("\r\n ", "")).toContain("DESCRIPTION:Clwb Badminton y Prawf\r\n");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("goes through ical.js and back without a change", async () => {
    await host.ledger().request(season);
    const { path } = await makeLink(`/schools/${host.school}`, "school");
    const { text } = await read(path);
    const again = new ICAL.Component(ICAL.parse(text) as unknown[]).toString();
    expect(ICAL.parse(again)).toEqual(ICAL.parse(text));
    expect(seenByNodeIcal(again)).toEqual(seenByNodeIcal(text));
  });

  it("keeps cancelled dates as cancelled, with the same UID and a later SEQUENCE", async () => {
    const { id } = await host.ledger().request(season);
    await host.ledger().approve(id);
    const { path } = await makeLink(`/schools/${host.school}`, "school");
    const before = seenByIcalJs((await read(path)).text);
    host.ledger().cancelOccurrence(id, "2026-10-27");
    const after = seenByIcalJs((await read(path)).text);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ status }) => status)).toEqual(["CONFIRMED", "CANCELLED", "CONFIRMED"]);
    for (const [index, { sequence }] of after.entries()) {
      expect(sequence).toBeGreaterThan(before[index]?.sequence ?? Infinity);
    }
  });

  it("shows what waits as tentative, and what the school keeps for itself, in the language of the link", async () => {
    await host.ledger().request({ ...season, recurrence: { rule: "FREQ=WEEKLY", count: 1 } });
    host.ledger().block({ space: "main-hall", kind: "examination", first: "2026-10-21" });
    const { path } = await makeLink(`/schools/${host.school}`, "school", "cy");
    const { text, headers } = await read(path);
    expect(headers.get("content-language")).toBe("cy");
    expect(seenByIcalJs(text)).toMatchObject([
      { status: "TENTATIVE" },
      {
        status: "CONFIRMED",
        summary: "Arholiad",
        start: toInstant("2026-10-21", "00:00", "Europe/London"),
        end: toInstant("2026-10-22", "00:00", "Europe/London"),
      },
    ]);
    expect(text.replaceAll("\r\n ", "")).toContain("LOCATION:Prif neuadd\\, Ysgol y Prawf");
  });

  it("moves a date as an exception of its series", async () => {
    const { id } = await host.ledger().request(season);
    await host.ledger().approve(id);
    await host.ledger().amend(id, {
      scope: "this",
      date: "2026-10-27",
      startTime: "19:00",
      endTime: "20:00",
    });
    const { path } = await makeLink(`/schools/${host.school}`, "school");
    const { text } = await read(path);
    const seen = seenByIcalJs(text);
    expect(seen.map(({ uid }) => uid)).toEqual(dates.map(() => `${id}@neuadd.test`));
    expect(seen.map(({ start }) => toLocal(start, "Europe/London").time)).toEqual([
      "18:00",
      "19:00",
      "18:00",
    ]);
    expect(seenByNodeIcal(text)).toEqual(seen);
    expect(text).toContain("RECURRENCE-ID;TZID=Europe/London:20261027T180000\r\n");
  });

  it("keeps a booking that is cancelled whole as one cancelled event", async () => {
    const { id } = await host.ledger().request(season);
    await host.ledger().approve(id);
    host.ledger().cancel(id);
    const { path } = await makeLink(`/schools/${host.school}`, "school");
    const { text } = await read(path);
    expect(seenByIcalJs(text).map(({ status }) => status)).toEqual(dates.map(() => "CANCELLED"));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

describe("the busy calendar of a space", () => {
  it("says when, for whole and part, with the turnaround, and nothing of who", async () => {
    await host.ledger().request(season);
    await host.ledger().request({
      ...season,
      space: "main-hall",
      recurrence: { rule: "FREQ=WEEKLY", count: 1 },
    });
    const busy = (space: string) => read(`/schools/${host.school}/spaces/${space}/busy.ics`);
    const hall = await busy("sports-hall");
    expect(
      seenByIcalJs(hall.text).map(({ start }) => toLocal(start, "Europe/London").date),
    ).toEqual(dates);
    expect(seenByIcalJs((await busy("sports-hall-b")).text)).toEqual([]);
    const [main] = seenByIcalJs((await busy("main-hall")).text);
    expect(main).toMatchObject({
      summary: "Busy",
      end: toInstant("2026-10-20", "20:00", "Europe/London"),
    });
    for (const told of ["Gŵyl", "Clwb", "hir_", "bok_", "badminton"]) {
      expect(hall.text.replaceAll("\r\n ", "")).not.toContain(told);
    }
    expect(hall.headers.get("access-control-allow-origin")).toBe("*");
    expect(hall.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  });

  it("answers 304 to whoever has it, until something happens or the day is over", async () => {
    const path = `/schools/${host.school}/spaces/sports-hall/busy.ics?language=cy`;
    const tag = (await read(path)).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"/);
    expect((await read(path, { "if-none-match": tag })).status).toBe(304);
    expect((await read(path, { "if-none-match": `"other", W/${tag}` })).status).toBe(304);
    expect((await read(path.replace("cy", "en"), { "if-none-match": tag })).status).toBe(200);
    await host.ledger().request(season);
    const changed = await read(path, { "if-none-match": tag });
    expect(changed.status).toBe(200);
    host.setNow(host.host.now() + 86_400_000);
    const next = changed.headers.get("etag") ?? "";
    expect((await read(path, { "if-none-match": next })).status).toBe(200);
  });

  it("is there for spaces that are there", async () => {
    expect((await read(`/schools/${host.school}/spaces/none/busy.ics`)).status).toBe(404);
    expect((await read("/schools/none/spaces/main-hall/busy.ics")).status).toBe(404);
  });
});

describe("links", () => {
  it("give a hirer its own bookings and nobody else's", async () => {
    const own = await host.ledger().request(season);
    await host.ledger().request({ ...season, hirer: "hir_busnes", space: "sports-hall-b" });
    host.ledger().block({ space: "main-hall", kind: "examination", first: "2026-10-21" });
    const place = `/schools/${host.school}/hirers/hir_clwb`;
    const { path } = await makeLink(place, { hirer: "hir_clwb" });
    const { text } = await read(path);
    expect(seenByIcalJs(text).map(({ uid }) => uid)).toEqual(
      dates.map(() => `${own.id}@neuadd.test`),
    );
    for (const as of [{ hirer: "hir_busnes" }, "otherSchool"] as const) {
      const response = await host.request(`${place}/links`, { method: "POST", as });
      expect([403, 404]).toContain(response.status);
    }
    const school = `/schools/${host.school}/links`;
    const refused = await host.request(school, { method: "POST", as: { hirer: "hir_clwb" } });
    expect(refused.status).toBe(403);
  });

  it("answer no more once they are ended, and are stored without their secret", async () => {
    const place = `/schools/${host.school}`;
    const { id, path } = await makeLink(place, "school");
    expect(await host.dump()).not.toContain(path.split("=")[1] ?? "");
    const tag = (await read(path)).headers.get("etag") ?? "";
    expect((await read(path, { "if-none-match": tag })).status).toBe(304);
    const end = { method: "DELETE", as: "school" } as const;
    expect((await host.request(`${place}/links/${id}`, end)).status).toBe(204);
    expect((await host.request(`${place}/links/${id}`, end)).status).toBe(404);
    expect((await read(path)).status).toBe(404);
    expect((await read("/calendar.ics?secret=guess")).status).toBe(404);
  });

  it("of a hirer end when it is erased; the school's and another's go on", async () => {
    const place = (hirer: string) => `/schools/${host.school}/hirers/${hirer}`;
    await host.ledger().request(season);
    await host.ledger().request({ ...season, hirer: "hir_busnes", space: "sports-hall-b" });
    const own = await makeLink(place("hir_clwb"), { hirer: "hir_clwb" });
    const other = await makeLink(place("hir_busnes"), { hirer: "hir_busnes" });
    const school = await makeLink(`/schools/${host.school}`, "school");
    expect(await host.personal.exportHirer("hir_clwb")).toMatchObject([
      { table: "calendar_feed_links", record: { link: own.id } },
    ]);
    await host.personal.eraseHirer("hir_clwb");
    expect((await read(own.path)).status).toBe(404);
    expect((await read(other.path)).status).toBe(200);
    expect((await read(school.path)).status).toBe(200);
  });

  it("are limited in number", async () => {
    const place = `/schools/${host.school}`;
    for (let count = 0; count < 20; count += 1) await makeLink(place, "school");
    const response = await host.request(`${place}/links`, { method: "POST", as: "school" });
    expect(response.status).toBe(409);
  });
});
