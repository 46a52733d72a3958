import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

const { hirer: _hirer, ...TUESDAYS } = tuesdays("");

function key(value: string): Record<string, string> {
  return { "idempotency-key": value };
}

describe("previewing a booking", () => {
  it("answers the decision date by date, with the price, and writes nothing", async () => {
    const answer = await api.call("POST bookings/preview", { as: "hirer", body: TUESDAYS });
    expect(answer.status).toBe(200);
    expect(answer.at("summary")).toEqual({ bookable: 9, denied: 0, excluded: 1 });
    expect(answer.at("accepted")).toBe(true);
    expect(answer.at("zone")).toBe("Europe/London");
    expect(answer.at("today")).toBe("2026-08-24");
    expect(answer.at("quote")).toEqual({ lines: [], totals: [], missing: [] });
    expect(answer.at("occurrences.0")).toMatchObject({
      date: "2026-09-08",
      startTime: "18:00",
      start: "2026-09-08T18:00:00+01:00",
      end: "2026-09-08T19:30:00+01:00",
      verdict: "bookable",
      denials: [],
    });
    const list = await api.call("GET bookings", { as: "school" });
    expect(list.at("items")).toEqual([]);
  });

  it("keeps 18:00 local when the offset changes in October", async () => {
    const answer = await api.call("POST bookings/preview", { as: "hirer", body: TUESDAYS });
    expect(answer.at("occurrences.8")).toMatchObject({
      startTime: "18:00",
      start: "2026-11-03T18:00:00+00:00",
    });
  });

  it("says each reason in the language asked for, with the same code", async () => {
    for (const language of ["cy", "en"] as const) {
      const answer = await api.call("POST bookings/preview", {
        as: "hirer",
        body: TUESDAYS,
        headers: { "accept-language": language },
      });
      expect(answer.headers.get("content-language")).toBe(language);
      expect(answer.at("occurrences.7.denials.0.code")).toBe("HALF_TERM");
      expect(answer.at("occurrences.7.denials.0.message")).toMatch(
        language === "cy" ? /hanner tymor/i : /half.term/i,
      );
    }
  });

  it("takes a series alone, without a title or an activity", async () => {
    const body = {
      space: "community-room",
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "19:00",
    };
    expect((await api.call("POST bookings/preview", { as: "school", body })).status).toBe(200);
  });
});

describe("asking for a booking", () => {
  it("answers 201 with the booking, its address and its entity tag", async () => {
    const answer = await api.call("POST bookings", {
      as: "hirer",
      body: TUESDAYS,
      headers: key("first"),
    });
    expect(answer.status).toBe(201);
    expect(answer.at("status")).toBe("requested");
    expect(answer.at("hirer")).toBe(api.hirer.id);
    expect(answer.headers.get("etag")).toBe(`"${String(answer.at("revision"))}"`);
    const location = answer.headers.get("location") ?? "";
    expect(location).toBe(`/v1/schools/${SCHOOL}/bookings/${String(answer.at("id"))}`);
    const read = await api.call(`GET ${location}`, { as: "hirer" });
    expect(read.json).toEqual(answer.json);
    expect(read.at("occurrences.7")).toMatchObject({
      status: "excluded",
      denials: [{ code: "HALF_TERM" }],
    });
    expect(read.at("occurrences.7.reason")).toBe(read.at("occurrences.7.denials.0.message"));
  });

  it.each([
    ["en", "on one line"],
    ["cy", "ar un llinell"],
  ])(
    "takes no title that breaks its line or turns the words around it, and says so in %s",
    async (language, words) => {
      const answer = await api.call("POST bookings", {
        as: "hirer",
        body: { ...TUESDAYS, title: "Badminton\r\nApproved", activity: "bad\u202Eminton" },
        headers: { ...key("lines"), "accept-language": language },
      });
      expect(answer.status).toBe(422);
      expect(answer.at("errors")).toMatchObject([
        { pointer: "#/title", detail: expect.stringContaining(words) },
        { pointer: "#/activity", detail: expect.stringContaining(words) },
      ]);
    },
  );

  it("lets a school book for a hirer that it knows, and for no other", async () => {
    await api.book();
    const [known, unknown, unnamed] = await Promise.all([
      ask({ ...TUESDAYS, hirer: api.hirer.id, space: "sports-hall-b" }, "1"),
      ask({ ...TUESDAYS, hirer: api.otherHirer.id, space: "community-room" }, "2"),
      ask({ ...TUESDAYS, space: "community-room" }, "3"),
    ]);
    expect(known?.status).toBe(201);
    for (const answer of [unknown, unnamed]) {
      expect(answer?.status).toBe(422);
      expect(answer?.at("errors.0.pointer")).toBe("#/hirer");
    }
    function ask(body: unknown, value: string) {
      return api.call("POST bookings", { as: "school", body, headers: key(value) });
    }
  });

  it("refuses a hirer's key that names another hirer", async () => {
    const answer = await api.call("POST bookings", {
      as: "hirer",
      body: { ...TUESDAYS, hirer: api.otherHirer.id },
      headers: key("1"),
    });
    expect(answer.status).toBe(422);
    expect(answer.at("errors.0.pointer")).toBe("#/hirer");
  });

  it("answers 409 with the new decision when it is not the one that was shown", async () => {
    const preview = await api.call("POST bookings/preview", { as: "otherHirer", body: TUESDAYS });
    await api.book({ recurrence: { rule: "FREQ=WEEKLY", count: 2 } });
    const answer = await api.call("POST bookings", {
      as: "otherHirer",
      body: { ...TUESDAYS, expectedDigest: preview.at("digest") },
      headers: key("1"),
    });
    expect(answer.status).toBe(409);
    expect(answer.at("code")).toBe("DECISION_CHANGED");
    expect(answer.at("decision.occurrences.0.verdict")).toBe("denied");
    expect(answer.at("decision.occurrences.0.denials.0.message")).toEqual(expect.any(String));
    expect(answer.text).not.toContain(api.hirer.id);
  });

  it("books what was shown when the digest is the same", async () => {
    const preview = await api.call("POST bookings/preview", { as: "hirer", body: TUESDAYS });
    const answer = await api.call("POST bookings", {
      as: "hirer",
      body: { ...TUESDAYS, expectedDigest: preview.at("digest") },
      headers: key("1"),
    });
    expect(answer.status).toBe(201);
  });

  it("answers 409 SERIES_NOT_BOOKABLE with every reason when the policy is to refuse", async () => {
    await api.book({ recurrence: { rule: "FREQ=WEEKLY", count: 1 } });
    const answer = await api.call("POST bookings", {
      as: "otherHirer",
      body: { ...TUESDAYS, onClash: { policy: "refuse" } },
      headers: key("1"),
    });
    expect(answer.status).toBe(409);
    expect(answer.at("code")).toBe("SERIES_NOT_BOOKABLE");
    expect(answer.at("decision.notes.0.code")).toBe("DATES_DENIED");
  });

  it("lets exactly one of many requests for the same time win", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        api.call("POST bookings", {
          as: index % 2 === 0 ? "hirer" : "otherHirer",
          body: { ...TUESDAYS, onClash: { policy: "refuse" } },
          headers: key(`try-${index}`),
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
  });
});

describe("listing bookings", () => {
  it("shows a hirer its own, and a school all of them", async () => {
    const own = await api.book();
    await api.book({ hirer: api.otherHirer.id, space: "sports-hall-b" });
    const mine = await api.call("GET bookings", { as: "hirer" });
    expect(mine.at("items.length")).toBe(1);
    expect(mine.at("items.0.id")).toBe(own.id);
    expect((await api.call("GET bookings", { as: "school" })).at("items.length")).toBe(2);
    const other = await api.call(`GET bookings?hirer=${api.hirer.id}`, { as: "otherHirer" });
    expect(other.status).toBe(403);
  });

  it("comes in pages that lead from one to the next and hold each booking once", async () => {
    const made: string[] = [];
    for (let hour = 17; hour < 22; hour += 1) {
      api.services.clock.advance(1000);
      const times = { startTime: `${hour}:00`, endTime: `${hour}:30` };
      made.push((await api.book({ ...times, recurrence: { rule: "FREQ=WEEKLY", count: 1 } })).id);
    }
    const found: unknown[] = [];
    let next: string | undefined = `/v1/schools/${SCHOOL}/bookings?limit=2`;
    while (next !== undefined) {
      const page = await api.call(`GET ${next}`, { as: "school" });
      expect(page.status).toBe(200);
      found.push(...(page.json as { items: { id: string }[] }).items.map(({ id }) => id));
      next = /^<([^>]+)>; rel="next"$/.exec(page.headers.get("link") ?? "")?.[1];
    }
    expect(found).toEqual(made.toReversed());
  });

  it("filters by status, space and dates", async () => {
    const approved = await api.approve(await api.book());
    await api.book({ space: "community-room", first: "2027-01-12" });
    const ids = async (query: string) =>
      (
        (await api.call(`GET bookings?${query}`, { as: "school" })).json as {
          items: { id: string }[];
        }
      ).items.map(({ id }) => id);
    expect(await ids("status=approved")).toEqual([approved.id]);
    expect(await ids("space=sports-hall-a")).toEqual([approved.id]);
    expect(await ids("from=2026-09-01&to=2026-10-01")).toEqual([approved.id]);
    expect(await ids("from=2028-01-01")).toEqual([]);
  });

  it("leaves out nothing that is past unless `from` says so", async () => {
    const { id } = await api.book();
    api.services.clock.advance(3 * 365 * 24 * 3_600_000);
    expect((await api.call("GET bookings", { as: "school" })).at("items.0.id")).toBe(id);
    const from = (await api.call("GET bookings", { as: "school" })).at("today");
    expect(
      (await api.call(`GET bookings?from=${String(from)}`, { as: "school" })).at("items"),
    ).toEqual([]);
  });

  it.each([
    "limit=0",
    "limit=201",
    "limit=ten",
    "limit=1&limit=2",
    "from=2026-13-01",
    "from=2026-09-02&to=2026-09-01",
    "status=lost",
    "cursor=!!",
    "colour=red",
  ])("refuses ?%s", async (query) => {
    const answer = await api.call(`GET bookings?${query}`, { as: "school" });
    expect([answer.status, answer.at("code")]).toEqual([400, "QUERY_INVALID"]);
  });
});

describe("reading a booking", () => {
  it("answers 304 to whoever has it already", async () => {
    const { id } = await api.book();
    const first = await api.call(`GET bookings/${id}`, { as: "hirer" });
    const tag = first.headers.get("etag") ?? "";
    const again = await api.call(`GET bookings/${id}`, {
      as: "hirer",
      headers: { "if-none-match": tag },
    });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
  });

  it("keeps it from shared caches", async () => {
    const { id } = await api.book();
    const answer = await api.call(`GET bookings/${id}`, { as: "hirer" });
    expect(answer.headers.get("cache-control")).toContain("private");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});
