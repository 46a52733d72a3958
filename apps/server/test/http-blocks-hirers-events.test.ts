import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

const EXAMINATIONS = {
  space: "sports-hall",
  kind: "examination",
  reason: { cy: "Arholiadau", en: "Examinations" },
  first: "2026-09-14",
  last: "2026-09-18",
};

describe("blocks", () => {
  it("list what they would displace, and write nothing", async () => {
    const booking = await api.approve(await api.book());
    const preview = await api.call("POST blocks/preview", { as: "school", body: EXAMINATIONS });
    expect(preview.status).toBe(200);
    expect(preview.at("dates.length")).toBe(5);
    expect(preview.at("displaces")).toMatchObject([
      {
        booking: booking.id,
        hirer: api.hirer.id,
        date: "2026-09-15",
        start: "2026-09-15T18:00:00+01:00",
      },
    ]);
    expect((await api.call("GET blocks", { as: "school" })).at("items")).toEqual([]);
  });

  it("are refused with that list, unless they are to displace", async () => {
    const booking = await api.approve(await api.book());
    const refused = await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    expect([refused.status, refused.at("code")]).toEqual([409, "WOULD_DISPLACE"]);
    expect(refused.at("preview.displaces.0.booking")).toBe(booking.id);

    const made = await api.call("POST blocks", {
      as: "school",
      body: { ...EXAMINATIONS, displace: true },
    });
    expect(made.status).toBe(201);
    const location = made.headers.get("location") ?? "";
    expect((await api.call(`GET ${location}`, { as: "school" })).json).toEqual(made.json);
    const read = await api.call(`GET bookings/${booking.id}`, { as: "hirer" });
    expect(read.at("occurrences.1")).toMatchObject({
      status: "displaced",
      denials: [{ code: "DISPLACED" }],
    });
  });

  it("don't displace each other", async () => {
    await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    const answer = await api.call("POST blocks", {
      as: "school",
      body: { ...EXAMINATIONS, space: "sports-hall-b", displace: true },
    });
    expect([answer.status, answer.at("code")]).toEqual([409, "BLOCK_OVERLAPS"]);
    expect(answer.at("preview.overlaps.length")).toBe(1);
  });

  it("say of each other what they are called and when they are, in both languages", async () => {
    const made = await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    const id = String(made.at("id"));
    const maintenance = {
      space: "sports-hall-b",
      kind: "maintenance",
      first: "2026-09-19",
      startTime: "09:00",
      endTime: "10:30",
    };
    const unnamed = await api.call("POST blocks", { as: "school", body: maintenance });
    const body = {
      ...EXAMINATIONS,
      space: "sports-hall-b",
      first: "2026-09-17",
      last: "2026-09-19",
    };
    const preview = await api.call("POST blocks/preview", { as: "school", body });
    expect(preview.at("blocksInTheWay")).toMatchObject([
      { block: id, kind: "examination", reason: EXAMINATIONS.reason, date: "2026-09-17" },
      { block: id, date: "2026-09-18", space: "sports-hall", endTime: "24:00" },
      { block: unnamed.at("id"), kind: "maintenance", date: "2026-09-19", startTime: "09:00" },
    ]);
    const english = await api.call("POST blocks", { as: "school", body });
    expect(english.at("detail")).toContain(
      `“Examinations”: Sports hall, Thursday 17 September 2026, all day (${id}); `,
    );
    expect(english.at("detail")).toContain("Saturday 19 September 2026, 9am–10:30am");
    const headers = { "accept-language": "cy" };
    const welsh = await api.call("POST blocks", { as: "school", body, headers });
    expect(welsh.at("detail")).toContain(
      `“Arholiadau”: Neuadd chwaraeon, Dydd Iau 17 Medi 2026, drwy’r dydd (${id}); `,
    );
    expect(welsh.at("detail")).toContain("“Cynnal a chadw”: ");
  });

  it("name only the first ones of many in their way", async () => {
    await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    const again = await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    expect(again.at("detail")).toContain("Wednesday 16 September 2026");
    expect(again.at("detail")).not.toContain("Thursday 17 September 2026");
    expect(again.at("detail")).toContain("; and 2 more.");
    expect(again.at("preview.blocksInTheWay.length")).toBe(5);
  });

  it("are called something on one line", async () => {
    const reason = { cy: "Arholiadau", en: "Exams\n\u202Esmaxe" };
    const answer = await api.call("POST blocks", {
      as: "school",
      body: { ...EXAMINATIONS, reason },
    });
    expect([answer.status, answer.at("errors.0.pointer")]).toEqual([422, "#/reason/en"]);
    expect(answer.at("errors.0.detail")).toContain("on one line");
  });

  it("are removed once", async () => {
    const made = await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    const path = `DELETE blocks/${String(made.at("id"))}`;
    expect((await api.call(path, { as: "school" })).status).toBe(204);
    expect((await api.call(path, { as: "school" })).status).toBe(409);
    const read = await api.call(`GET blocks/${String(made.at("id"))}`, { as: "school" });
    expect(read.at("removedAt")).toEqual(expect.any(String));
  });

  it("come in pages", async () => {
    for (const space of ["main-hall", "community-room", "sports-hall"]) {
      api.services.clock.advance(1000);
      await api.call("POST blocks", { as: "school", body: { ...EXAMINATIONS, space } });
    }
    const first = await api.call("GET blocks?limit=2", { as: "school" });
    expect(first.at("items.length")).toBe(2);
    const next = /^<([^>]+)>/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const second = await api.call(`GET ${next}`, { as: "school" });
    expect(second.at("items.length")).toBe(1);
    expect(second.headers.get("link")).toBeNull();
  });

  it("are listed by days from one that is included to one that is not, past ones too unless told", async () => {
    await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    api.services.clock.advance(3 * 365 * 24 * 3_600_000);
    const count = async (query: string) =>
      (await api.call(`GET blocks?${query}`, { as: "school" })).at("items.length");
    expect(await count("")).toBe(1);
    expect(await count("from=2026-09-18")).toBe(1);
    expect(await count("from=2026-09-19")).toBe(0);
    expect(await count("to=2026-09-15")).toBe(1);
    expect(await count("to=2026-09-14")).toBe(0);
    const query = "from=2026-09-14&to=2026-09-14";
    const refused = await api.call(`GET blocks?${query}`, { as: "school" });
    expect([refused.status, refused.at("errors.0.parameter")]).toEqual([400, "to"]);
  });

  it("hide from hirers and other schools", async () => {
    const made = await api.call("POST blocks", { as: "school", body: EXAMINATIONS });
    for (const as of ["hirer", "otherSchool", "otherAuthority"] as const) {
      const answer = await api.call(`GET blocks/${String(made.at("id"))}`, { as });
      expect([answer.status, answer.at("code")]).toEqual([404, "BLOCK_UNKNOWN"]);
    }
  });
});

const CHOIR = {
  name: "Côr Meibion y Bryn",
  category: "communityGroup",
  language: "cy",
  contact: { name: "Ysgrifennydd", email: "cor@example.org", telephone: "01495 960001" },
  members: [{ name: "Trysorydd", email: "arian@example.org", role: "booker" }],
};

describe("hirers", () => {
  it("are entered by a school, which knows them from then on", async () => {
    const made = await api.call("POST /v1/hirers", { as: "school", body: CHOIR });
    expect(made.status).toBe(201);
    expect(made.at("members.0.id")).toEqual(expect.stringMatching(/^mem_/));
    const path = made.headers.get("location") ?? "";
    expect((await api.call(`GET ${path}`, { as: "school" })).json).toEqual(made.json);
    expect((await api.call(`GET ${path}`, { as: "authority" })).status).toBe(200);
    for (const as of ["otherSchool", "otherAuthority", "hirer"] as const) {
      expect((await api.call(`GET ${path}`, { as })).status).toBe(404);
    }
    const list = await api.call("GET /v1/hirers", { as: "school" });
    expect(list.at("items.0.id")).toBe(made.at("id"));
  });

  it("have names on one line, and so have the people in them", async () => {
    const body = {
      ...CHOIR,
      name: "Côr\tMeibion",
      contact: { ...CHOIR.contact, name: "A\nB" },
      members: [{ ...CHOIR.members[0], name: "A\u2066B" }],
    };
    const answer = await api.call("POST /v1/hirers", { as: "school", body });
    expect(answer.status).toBe(422);
    expect(answer.at("errors")).toMatchObject([
      { pointer: "#/name" },
      { pointer: "#/contact/name" },
      { pointer: "#/members/0/name" },
    ]);
  });

  it("see themselves", async () => {
    const list = await api.call("GET /v1/hirers", { as: "hirer" });
    expect(list.at("items.length")).toBe(1);
    expect(list.at("items.0.id")).toBe(api.hirer.id);
  });

  it("become known to a school by asking it for a booking", async () => {
    const path = `GET /v1/hirers/${api.hirer.id}`;
    expect((await api.call(path, { as: "school" })).status).toBe(404);
    await api.book();
    expect((await api.call(path, { as: "school" })).status).toBe(200);
    expect((await api.call(path, { as: "otherSchool" })).status).toBe(404);
  });

  it("are changed field by field, at the revision that was read", async () => {
    const path = `/v1/hirers/${api.hirer.id}`;
    const read = await api.call(`GET ${path}`, { as: "hirer" });
    const etag = read.headers.get("etag") ?? "";
    const body = { language: "en" };
    expect((await api.call(`PATCH ${path}`, { as: "hirer", body })).status).toBe(428);
    const changed = await api.call(`PATCH ${path}`, {
      as: "hirer",
      body,
      headers: { "if-match": etag },
    });
    expect([changed.status, changed.at("language"), changed.at("name")]).toEqual([
      200,
      "en",
      read.at("name"),
    ]);
    const stale = await api.call(`PATCH ${path}`, {
      as: "hirer",
      body,
      headers: { "if-match": etag },
    });
    expect([stale.status, stale.headers.get("etag")]).toEqual([412, changed.headers.get("etag")]);
    const known = await api.call(`GET ${path}`, {
      as: "hirer",
      headers: { "if-none-match": changed.headers.get("etag") ?? "" },
    });
    expect(known.status).toBe(304);
  });

  it("keep a member whose id is given, and refuse one that they don't have", async () => {
    const path = `/v1/hirers/${api.hirer.id}`;
    const member = { id: "mem_nobody", name: "A", email: "a@example.org", role: "viewer" };
    const answer = await api.call(`PATCH ${path}`, {
      as: "hirer",
      body: { members: [member] },
      headers: { "if-match": '"1"' },
    });
    expect([answer.status, answer.at("code")]).toEqual([404, "MEMBER_UNKNOWN"]);
  });

  it("are listed for an authority by the school that it names", async () => {
    await api.book();
    expect((await api.call("GET /v1/hirers", { as: "authority" })).status).toBe(400);
    const list = await api.call(`GET /v1/hirers?school=${SCHOOL}`, { as: "authority" });
    expect(list.at("items.length")).toBe(1);
    expect(
      (await api.call(`GET /v1/hirers?school=${SCHOOL}`, { as: "otherAuthority" })).status,
    ).toBe(403);
    expect(
      (await api.call("GET /v1/hirers?limit=1", { as: "operator" })).headers.get("link"),
    ).toContain("next");
  });

  it("can't be entered by a hirer, nor for another school", async () => {
    expect((await api.call("POST /v1/hirers", { as: "hirer", body: CHOIR })).status).toBe(403);
    const body = { ...CHOIR, school: SCHOOL };
    expect((await api.call("POST /v1/hirers", { as: "otherSchool", body })).status).toBe(403);
    const unnamed = await api.call("POST /v1/hirers", { as: "authority", body: CHOIR });
    expect([unnamed.status, unnamed.at("errors.0.pointer")]).toEqual([422, "#/school"]);
  });
});

describe("the ledger", () => {
  it("tells what happened in order, and leads from page to page without splitting a revision", async () => {
    await api.approve(await api.book());
    await api.book({ space: "community-room" });
    await api.call("POST blocks", { as: "school", body: { ...EXAMINATIONS, displace: true } });
    const whole = await api.call("GET events", { as: "school" });
    expect(whole.status).toBe(200);
    const events = whole.json as { items: { revision: number; ordinal: number; type: string }[] };
    expect(events.items.map(({ type }) => type)).toEqual([
      "school.imported",
      "booking.requested",
      "booking.approved",
      "booking.requested",
      "block.created",
      "occurrence.displaced",
    ]);
    const found: unknown[] = [];
    let next: string | undefined = `/v1/schools/${SCHOOL}/events?limit=1`;
    while (next !== undefined) {
      const page = await api.call(`GET ${next}`, { as: "school" });
      found.push(...(page.json as typeof events).items);
      next = /^<([^>]+)>/.exec(page.headers.get("link") ?? "")?.[1];
    }
    expect(found).toEqual(events.items);
  });

  it("names keys, never people", async () => {
    await api.call("POST /v1/hirers", { as: "school", body: CHOIR });
    const booking = await api.book({ title: "Pen-blwydd" });
    await api.call(`POST bookings/${booking.id}/decline`, {
      as: "school",
      body: { reason: "Ar gau" },
      headers: { "if-match": `"${booking.revision}"` },
    });
    const { text, json } = await api.call("GET events?after=1", { as: "school" });
    for (const personal of ["Ysgrifennydd", "example.org", "Pen-blwydd", "Ar gau"]) {
      expect(text).not.toContain(personal);
    }
    expect((json as { items: { actor: string }[] }).items.at(-1)?.actor).toMatch(/^key:key_/);
  });
});
