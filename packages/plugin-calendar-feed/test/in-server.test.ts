import ical from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, PUBLIC_URL, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { calendarFeed } from "../src/index.ts";

const AT = `/v1/x/calendar-feed/schools/${SCHOOL}`;

let api: TestApi;
let file = "";

beforeEach(async () => {
  api = await makeApi({
    plugins: [calendarFeed()],
    pluginOptions: {
      callOut: async () => ({ status: 200, headers: {}, body: new TextEncoder().encode(file) }),
    },
  });
});

afterEach(async () => {
  await api.plugins.close();
  await api.services.store.close();
});

/** Of each date that node-ical sees. */
function statuses(text: string): string[] {
  const span = { from: new Date("2026-01-01T00:00Z"), to: new Date("2028-01-01T00:00Z") };
  return Object.values(ical.sync.parseICS(text)).flatMap((one) =>
    one?.type === "VEVENT"
      ? ical.expandRecurringEvent(one, span).map(({ event }) => String(event.status))
      : [],
  );
}

describe("calendars in a server", () => {
  it("show a hirer its dates by a secret link, the cancelled one as cancelled", async () => {
    const booking = await api.approve(await api.book());
    const made = await api.call(`POST ${AT}/hirers/${api.hirer.id}/links`, { as: "hirer" });
    expect(made.status).toBe(201);
    const address = String(made.at("url")).slice(PUBLIC_URL.length);
    const before = await api.call(`GET ${address}`);
    expect(before.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(new Set(statuses(before.text))).toEqual(new Set(["CONFIRMED"]));
    const same = { headers: { "if-none-match": before.headers.get("etag") ?? "" } };
    expect((await api.call(`GET ${address}`, same)).status).toBe(304);
    const live = booking.occurrences.find(({ status }) => status === "confirmed");
    const cancelled = await api.call(
      `POST bookings/${booking.id}/occurrences/${live?.date}/cancel`,
      {
        as: "hirer",
        body: {},
        headers: { "if-match": `"${booking.revision}"`, "idempotency-key": "one" },
      },
    );
    expect(cancelled.status).toBe(200);
    const after = await api.call(`GET ${address}`, same);
    expect(after.status).toBe(200);
    expect(statuses(after.text).filter((status) => status === "CANCELLED")).toHaveLength(1);
    expect(statuses(after.text)).toHaveLength(statuses(before.text).length);
    const other = `${AT}/hirers/${api.hirer.id}/links`;
    expect((await api.call(`POST ${other}`, { as: "otherHirer" })).status).toBe(404);
  });

  it("show anyone when a space is busy, with the headers that other sites need", async () => {
    const booking = await api.book();
    const path = `${AT}/spaces/${booking.request.space}/busy.ics?language=cy`;
    const { text, headers } = await api.call(`GET ${path}`);
    expect(text).toContain("SUMMARY:Prysur\r\n");
    for (const told of [booking.title, booking.id, api.hirer.id]) expect(text).not.toContain(told);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const same = { headers: { "if-none-match": headers.get("etag") ?? "" } };
    expect((await api.call(`GET ${path}`, same)).status).toBe(304);
    await api.approve(booking);
    expect((await api.call(`GET ${path}`, same)).status).toBe(200);
  });

  it("block a space by an outside calendar, and give it back", async () => {
    file = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:play",
      "DTSTART;TZID=Europe/London:20261020T180000",
      "DTEND;TZID=Europe/London:20261020T210000",
      "RRULE:FREQ=WEEKLY;COUNT=3",
      "EXDATE;TZID=Europe/London:20261027T180000",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n");
    const made = await api.call(`POST ${AT}/subscriptions`, {
      as: "school",
      body: {
        url: "https://school.example/events.ics",
        space: "main-hall",
        name: { cy: "Sioe", en: "Play" },
      },
    });
    expect(made.json).toMatchObject({ refused: {}, inTheWay: [] });
    const blocks = async () => {
      const { json } = await api.call("GET blocks", { as: "school" });
      const { items } = json as { items: { dates: { date: string }[] }[] };
      return items.flatMap(({ dates }) => dates.map(({ date }) => date)).toSorted();
    };
    expect(await blocks()).toEqual(["2026-10-20", "2026-11-03"]);
    const again = `POST ${AT}/subscriptions/${String(made.at("id"))}/refresh`;
    expect((await api.call(again, { as: "school" })).status).toBe(200);
    expect(await blocks()).toHaveLength(2);
    const end = `DELETE ${AT}/subscriptions/${String(made.at("id"))}`;
    expect((await api.call(end, { as: "hirer" })).status).toBe(403);
    expect((await api.call(end, { as: "school" })).status).toBe(204);
    expect(await blocks()).toEqual([]);
  });

  it("block what a booking leaves of an event, and give back what was blocked when that ends", async () => {
    const booking = await api.approve(await api.book());
    const [live] = booking.occurrences;
    const day = live?.date.replaceAll("-", "") ?? "";
    file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:fair\r\nDTSTART:${day}T130000\r\nDTEND:${day}T220000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const made = await api.call(`POST ${AT}/subscriptions`, {
      as: "school",
      body: {
        url: "https://school.example/fair.ics",
        space: booking.request.space,
        name: { cy: "Ffair", en: "Fair" },
      },
    });
    const [way, ...others] = made.at("inTheWay") as { startTime: string; endTime: string }[];
    expect(others).toEqual([]);
    expect(way).toMatchObject({ startTime: live?.startTime, bookings: [booking.id], blocks: [] });
    const blocks = async () => {
      const { json } = await api.call("GET blocks", { as: "school" });
      const { items } = json as { items: { dates: { startTime: string; endTime: string }[] }[] };
      return items.flatMap(({ dates }) => dates.map((date) => `${date.startTime}-${date.endTime}`));
    };
    expect((await blocks()).toSorted()).toEqual([
      `13:00-${live?.startTime}`,
      `${way?.endTime}-22:00`,
    ]);
    const at = `${AT}/subscriptions/${String(made.at("id"))}`;
    const { revision } = (await api.call(`GET bookings/${booking.id}`, { as: "school" })).json as {
      revision: number;
    };
    await api.call(`POST bookings/${booking.id}/occurrences/${live?.date}/cancel`, {
      as: "hirer",
      body: {},
      headers: { "if-match": `"${revision}"`, "idempotency-key": "fair" },
    });
    const again = await api.call(`POST ${at}/refresh`, { as: "school" });
    expect(again.json).toMatchObject({ inTheWay: [], refused: {} });
    expect(await blocks()).toContain(`${live?.startTime}-${way?.endTime}`);
    expect((await api.call(`DELETE ${at}`, { as: "school" })).status).toBe(204);
    expect(await blocks()).toEqual([]);
  });
});
