import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { declineBooking } from "../src/ledger/end-booking.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

const SEPTEMBER = "GET whats-on?from=2026-09-01&to=2026-10-01";

/** A request for one date over HTTP, as the hirer of the fixtures. */
async function ask(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await api.call("POST bookings", {
    as: "hirer",
    headers: { "idempotency-key": JSON.stringify(fields).replaceAll(/\W/g, "") },
    body: {
      space: "main-hall",
      title: "Cyngerdd y Cwm",
      activity: "concert",
      first: "2026-09-18",
      startTime: "19:00",
      endTime: "21:00",
      ...fields,
    },
  });
  expect(answer.status).toBe(201);
  return String(answer.at("id"));
}

async function approve(id: string): Promise<void> {
  const { headers } = await api.call(`GET bookings/${id}`, { as: "school" });
  const answer = await api.call(`POST bookings/${id}/approve`, {
    as: "school",
    headers: { "if-match": headers.get("etag") ?? "" },
    body: {},
  });
  expect(answer.status).toBe(200);
}

describe("what is on", () => {
  it("names confirmed dates whose hirers have agreed to that, and of them nothing but title, time and space", async () => {
    await approve(await ask({ publicTitle: true }));
    const answer = await api.call(SEPTEMBER);
    expect(answer.at("items")).toEqual([
      {
        date: "2026-09-18",
        start: "2026-09-18T19:00:00+01:00",
        end: "2026-09-18T21:00:00+01:00",
        startTime: "19:00",
        endTime: "21:00",
        space: "main-hall",
        title: "Cyngerdd y Cwm",
      },
    ]);
    expect(answer.text).not.toContain("hir_");
    expect(answer.text).not.toContain("bok_");
  });

  it("leaves out requests that wait, and bookings whose hirers have not agreed, whatever their titles hold", async () => {
    await ask({ publicTitle: true });
    await approve(
      await ask({ first: "2026-09-19", startTime: "10:00", endTime: "12:00", publicTitle: false }),
    );
    await approve(
      await ask({
        first: "2026-09-20",
        startTime: "10:00",
        endTime: "12:00",
        title: '"publicTitle":true',
      }),
    );
    expect((await api.call(SEPTEMBER)).at("items")).toEqual([]);
  });

  it("leaves out what was declined or cancelled", async () => {
    const id = await ask({ publicTitle: true });
    const revision = Number(
      (await api.call(`GET bookings/${id}`, { as: "school" })).at("revision"),
    );
    await declineBooking(api.services, SCHOOL, "system", id, { revision, by: "school" });
    expect((await api.call(SEPTEMBER)).at("items")).toEqual([]);
  });

  it("of a space shows the spaces in it too, and not those beside it", async () => {
    await approve(await ask({ space: "sports-hall-court-3", publicTitle: true }));
    const on = async (space: string) =>
      (await api.call(`${SEPTEMBER}&space=${space}`)).at("items.length");
    expect(await on("sports-hall")).toBe(1);
    expect(await on("sports-hall-b")).toBe(1);
    expect(await on("sports-hall-a")).toBe(0);
    const unknown = await api.call(`${SEPTEMBER}&space=nowhere`);
    expect([unknown.status, unknown.at("code")]).toEqual([404, "SPACE_UNKNOWN"]);
  });

  it("says from one date up to, but not including, another", async () => {
    await approve(await ask({ publicTitle: true }));
    const on = async (span: string) => (await api.call(`GET whats-on?${span}`)).at("items.length");
    expect(await on("from=2026-09-18&to=2026-09-19")).toBe(1);
    expect(await on("from=2026-09-17&to=2026-09-18")).toBe(0);
    expect(await on("from=2026-09-19&to=2026-09-20")).toBe(0);
    expect((await api.call("GET whats-on?from=2026-09-01&to=2026-11-03")).status).toBe(400);
  });

  it("can be confirmed by its ETag until something changes, from pages of any origin", async () => {
    const first = await api.call(SEPTEMBER, { headers: { origin: "https://school.example" } });
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    const etag = first.headers.get("etag") ?? "";
    const again = () => api.call(SEPTEMBER, { headers: { "if-none-match": etag } });
    expect((await again()).status).toBe(304);
    await approve(await ask({ publicTitle: true }));
    expect((await again()).status).toBe(200);
  });
});

describe("a booking", () => {
  it("says whether its title is public: only if its hirer has said so", async () => {
    const open = await ask({ publicTitle: true });
    const quiet = await ask({ first: "2026-09-19", startTime: "10:00", endTime: "12:00" });
    const isPublic = async (id: string) =>
      (await api.call(`GET bookings/${id}`, { as: "hirer" })).at("publicTitle");
    expect([await isPublic(open), await isPublic(quiet)]).toEqual([true, false]);
  });
});
