import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CROSS_ORIGIN_PATHS } from "../src/http/cross-origin.ts";
import { makeApi, OTHER_SCHOOL, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL, START } from "./fixtures/school-definition.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

describe("schools, calendars and spaces", () => {
  it("are there for anyone", async () => {
    const list = await api.call("GET /v1/schools");
    expect(list.at("items")).toMatchObject([{ id: SCHOOL }, { id: OTHER_SCHOOL }]);
    const school = await api.call(`GET /v1/schools/${SCHOOL}`);
    expect(school.json).toMatchObject({
      zone: "Europe/London",
      today: "2026-08-24",
      premises: [{ id: "main-site" }],
    });
    const spaces = await api.call("GET spaces");
    expect(spaces.at("items.length")).toBe(9);
    const hall = await api.call("GET spaces/main-hall");
    expect(hall.at("terms")).toMatchObject({
      turnaroundMinutes: 30,
      noticeHours: 48,
      startGridMinutes: 15,
    });
    expect(hall.at("layouts.0.name")).toEqual({ cy: "Rhesi o gadeiriau", en: "Rows of chairs" });
  });

  it("say what each date is, up to but not including the last", async () => {
    const answer = await api.call("GET calendar?from=2026-08-31&to=2026-09-03");
    expect(answer.at("days")).toMatchObject([
      { date: "2026-08-31", kind: "bankHoliday", isBankHoliday: true },
      { date: "2026-09-01", kind: "inset", source: "Ysgol y Bryn" },
      { date: "2026-09-02", kind: "term", period: "term" },
    ]);
    expect((await api.call("GET calendar")).at("days.length")).toBe(28);
  });

  it.each([
    ["GET /v1/schools/nowhere", "SCHOOL_UNKNOWN"],
    ["GET /v1/schools/nowhere/calendar", "SCHOOL_UNKNOWN"],
    ["GET /v1/schools/nowhere/spaces", "SCHOOL_UNKNOWN"],
    ["GET /v1/schools/nowhere/availability", "SCHOOL_UNKNOWN"],
    ["GET spaces/nowhere", "SPACE_UNKNOWN"],
    ["GET spaces/nowhere/availability", "SPACE_UNKNOWN"],
    ["GET /v1/nothing", "ROUTE_UNKNOWN"],
  ])("%s: 404 %s", async (request, code) => {
    const answer = await api.call(request);
    expect([answer.status, answer.at("code")]).toEqual([404, code]);
  });

  it.each([
    "GET calendar?from=2026-09-02&to=2026-09-02",
    "GET calendar?from=2026-09-01&to=2027-10-07",
    "GET calendar?from=yesterday",
    "GET calendar?from=2026-09-01&from=2026-09-02",
    "GET spaces/sports-hall/availability?from=2026-09-01&to=2027-10-07",
    "GET spaces/sports-hall/availability?minutes=0",
    "GET spaces/sports-hall/availability?colour=red",
    "GET availability?from=2026-09-01&to=2026-11-03",
    "GET availability?capacity=many",
  ])("%s: 400", async (request) => {
    const answer = await api.call(request);
    expect([answer.status, answer.at("code")]).toEqual([400, "QUERY_INVALID"]);
    expect(answer.at("errors.0.parameter")).toEqual(expect.any(String));
  });
});

describe("availability", () => {
  it("gives open and free time of each day with instants and local times, and names nobody", async () => {
    const booking = await api.approve(await api.book());
    const answer = await api.call(
      "GET spaces/sports-hall-a/availability?from=2026-09-08&to=2026-09-09",
    );
    expect(answer.json).toEqual({
      school: SCHOOL,
      space: "sports-hall-a",
      zone: "Europe/London",
      revision: booking.revision,
      today: "2026-08-24",
      days: [
        {
          date: "2026-09-08",
          kind: "term",
          name: { cy: "Tymor yr Hydref", en: "Autumn term" },
          open: [span("17:00", "22:00")],
          free: [span("17:00", "18:00"), span("19:30", "22:00")],
          askable: [span("17:00", "18:00"), span("19:30", "22:00")],
        },
      ],
    });
    function span(startTime: string, endTime: string) {
      const instant = (time: string) => `2026-09-08T${time}:00+01:00`;
      return { start: instant(startTime), end: instant(endTime), startTime, endTime };
    }
  });

  it("leaves out free time that is too short", async () => {
    await api.book();
    const answer = await api.call(
      "GET spaces/sports-hall-a/availability?from=2026-09-08&to=2026-09-09&minutes=90",
    );
    expect(answer.at("days.0.free")).toMatchObject([{ startTime: "19:30", endTime: "22:00" }]);
  });

  it("of all spaces takes those that hold enough people and have the facilities", async () => {
    const spaces = async (query: string) =>
      (
        (await api.call(`GET availability?from=2026-09-08&to=2026-09-09${query}`)).json as {
          spaces: { space: string; days: unknown[] }[];
        }
      ).spaces.map(({ space }) => space);
    expect(await spaces("")).toHaveLength(9);
    expect(await spaces("&capacity=240")).toEqual(["sports-hall", "main-hall"]);
    expect(await spaces("&facility=badmintonNets,basketballHoops")).toEqual(["sports-hall"]);
    expect(await spaces("&capacity=9999")).toEqual([]);
  });

  it("asks for 28 days from the server's today unless told otherwise", async () => {
    const answer = await api.call("GET spaces/sports-hall/availability");
    expect(answer.at("days.0.date")).toBe("2026-08-24");
    expect(answer.at("days.27.date")).toBe("2026-09-20");
  });

  it("answers 304 until anything at the school changes, and no longer", async () => {
    const path = "GET spaces/sports-hall/availability?from=2026-09-08&to=2026-09-22";
    const first = await api.call(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[^"]+"$/);
    const ask = () => api.call(path, { headers: { "if-none-match": tag } });
    expect([(await ask()).status, (await ask()).text]).toEqual([304, ""]);
    const booking = await api.book();
    const second = await ask();
    expect([second.status, second.at("revision")]).toEqual([200, booking.revision]);
    expect(second.headers.get("etag")).not.toBe(tag);
    expect(second.at("days.0.free")).not.toEqual(first.at("days.0.free"));
  });

  it("tells what of the free time can be asked for now, and its tag holds just until that changes", async () => {
    const path = "GET spaces/sports-hall/availability?from=2026-09-08&to=2026-09-09";
    const tuesday = Date.UTC(2026, 8, 8);
    const at = (time: number) => api.services.clock.set(tuesday + time);
    const hours = 3_600_000;
    at(17 * hours);
    const first = await api.call(path);
    expect(first.at("days.0.free")).toMatchObject([{ startTime: "17:00", endTime: "22:00" }]);
    expect(first.at("days.0.askable")).toMatchObject([{ startTime: "18:00", endTime: "22:00" }]);
    const ask = () =>
      api.call(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect((await ask()).status).toBe(304);
    at(17 * hours + 1);
    const second = await ask();
    expect(second.status).toBe(200);
    expect(second.at("days.0.askable")).toMatchObject([{ startTime: "18:15", endTime: "22:00" }]);
    expect((await api.call(path)).text).toBe(second.text);
    at(21 * hours);
    expect((await api.call(path)).at("days.0.askable")).toEqual([]);
  });

  it("says from when days beyond the horizon can be asked for, and which have no terms published yet", async () => {
    const answer = await api.call(
      "GET spaces/sports-hall/availability?from=2027-10-08&to=2027-10-09",
    );
    expect(answer.at("days.0")).toMatchObject({
      kind: "holiday",
      termsUnpublished: true,
      askable: [],
      requestsFrom: "2026-09-03",
    });
  });

  it("answers 304 to `*` where there is something, and 404 where there is nothing", async () => {
    const headers = { "if-none-match": "*" };
    expect((await api.call("GET spaces/sports-hall/availability", { headers })).status).toBe(304);
    expect((await api.call("GET spaces/nowhere/availability", { headers })).status).toBe(404);
  });

  it("is new the next day, in the school's zone", async () => {
    const path = "GET spaces/sports-hall/availability?from=2026-09-08&to=2026-09-09";
    const tag = (await api.call(path)).headers.get("etag") ?? "";
    api.services.clock.set(START + 15 * 3_600_000);
    const answer = await api.call(path, { headers: { "if-none-match": tag } });
    expect([answer.status, answer.at("today")]).toEqual([200, "2026-08-25"]);
  });

  it("gives the same text again from memory, and never that of another address", async () => {
    const one = "GET spaces/sports-hall/availability?from=2026-09-08&to=2026-09-09";
    const other = "GET spaces/main-hall/availability?from=2026-09-08&to=2026-09-09";
    const texts = [await api.call(one), await api.call(one), await api.call(other)];
    expect(texts[1]?.text).toBe(texts[0]?.text);
    expect(texts[2]?.text).not.toBe(texts[0]?.text);
    expect(texts[2]?.headers.get("etag")).not.toBe(texts[0]?.headers.get("etag"));
  });

  it("has another tag in another data directory whose revisions are the same", async () => {
    const path = "GET spaces/sports-hall/availability?from=2026-09-08&to=2026-09-09";
    const tag = (await api.call(path)).headers.get("etag") ?? "";
    const fresh = await makeApi({ now: START + 1 });
    const answer = await fresh.call(path, { headers: { "if-none-match": tag } });
    expect(answer.status).toBe(200);
    await fresh.services.store.close();
  });
});

describe("other origins", () => {
  const PUBLIC = [
    "/openapi.json",
    "/v1/schools",
    `/v1/schools/${SCHOOL}`,
    `/v1/schools/${SCHOOL}/calendar`,
    `/v1/schools/${SCHOOL}/spaces`,
    `/v1/schools/${SCHOOL}/spaces/sports-hall`,
    `/v1/schools/${SCHOOL}/spaces/sports-hall/availability`,
    `/v1/schools/${SCHOOL}/availability`,
  ];

  it("may read what is public, also when it is refused", async () => {
    for (const path of [...PUBLIC, "/v1/schools/nowhere"]) {
      const answer = await api.call(`GET ${path}`, { headers: { origin: "https://club.example" } });
      expect([path, answer.headers.get("access-control-allow-origin")]).toEqual([path, "*"]);
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(answer.headers.get("access-control-expose-headers")).toContain("ETag");
    }
  });

  it("may ask beforehand, and are not allowed a key", async () => {
    for (const path of PUBLIC) {
      const response = await api.app.request(path, {
        method: "OPTIONS",
        headers: { origin: "https://club.example", "access-control-request-method": "GET" },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
      expect(response.headers.get("access-control-allow-headers")?.toLowerCase()).not.toContain(
        "authorization",
      );
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  it("may read nothing else", async () => {
    for (const path of [
      `/v1/schools/${SCHOOL}/bookings`,
      `/v1/schools/${SCHOOL}/events`,
      "/v1/hirers",
      "/metrics",
      "/healthz",
      "/docs",
    ]) {
      const response = await api.app.request(path, { headers: { origin: "https://club.example" } });
      expect([path, response.headers.get("access-control-allow-origin")]).toEqual([path, null]);
    }
    for (const path of [
      "/v1/schools/",
      "/v1/schools/a/bookings",
      "/v1/schools/a/spaces/b/c",
      "/x/openapi.json",
    ]) {
      expect([path, CROSS_ORIGIN_PATHS.test(path)]).toEqual([path, false]);
    }
  });
});
