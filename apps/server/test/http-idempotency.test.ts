import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange, HttpEnvironment } from "../src/http/exchange.ts";
import { foundOrUndefined } from "../src/http/found-or-undefined.ts";
import { claimRequest, reservedId } from "../src/http/idempotency-store.ts";
import { runOnce } from "../src/http/idempotency.ts";
import { readBooking } from "../src/ledger/read-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import type { Services } from "../src/services.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import type { TestServices } from "./fixtures/make-services.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

const { hirer: _hirer, ...TUESDAYS } = tuesdays("");
const MINUTE = 60_000;

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(async () => {
  const faults = await checkLedger(api.services.store);
  await api.services.store.close();
  if (faults.length > 0) throw new Error(faults.join("\n"));
});

function ask(key: string | undefined, body: unknown = TUESDAYS, from: TestApi = api) {
  return from.call("POST bookings", {
    as: "hirer",
    body,
    headers: key === undefined ? {} : { "idempotency-key": key },
  });
}

async function bookings(): Promise<unknown> {
  return (await api.call("GET bookings", { as: "school" })).at("items.length");
}

describe("Idempotency-Key", () => {
  it("is needed to ask for a booking", async () => {
    const answer = await ask(undefined);
    expect([answer.status, answer.at("code")]).toEqual([400, "IDEMPOTENCY_KEY_MISSING"]);
  });

  it.each(["", " ", "two words", "x".repeat(256), '""', "cy\u00e9"])(
    "is refused as %j",
    async (key) => {
      const answer = await ask(key);
      expect(answer.status).toBe(400);
      expect(answer.at("code")).toMatch(/^IDEMPOTENCY_KEY_/);
    },
  );

  it("gives the first answer again, and books once", async () => {
    const first = await ask("a");
    const again = await ask("a");
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    for (const name of ["location", "etag", "content-type"]) {
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(await bookings()).toBe(1);
  });

  it("is the same key with quotes, as the draft writes it, and without", async () => {
    const first = await ask('"quoted"');
    expect((await ask("quoted")).text).toBe(first.text);
  });

  it("gives a refusal again as well, even when the time is free by then", async () => {
    const rival = await api.book({ hirer: api.otherHirer.id });
    const body = { ...TUESDAYS, onClash: { policy: "refuse" } };
    const first = await ask("a", body);
    expect(first.status).toBe(409);
    await api.call(`POST bookings/${rival.id}/withdraw`, {
      as: "otherHirer",
      headers: { "if-match": `"${rival.revision}"` },
    });
    const again = await ask("a", body);
    expect([again.status, again.text]).toEqual([409, first.text]);
  });

  it("is refused with another body: 422", async () => {
    await ask("a");
    const answer = await ask("a", { ...TUESDAYS, attendance: 17 });
    expect([answer.status, answer.at("code")]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  });

  it("of one caller has nothing to do with that of another", async () => {
    await ask("a");
    const answer = await api.call("POST bookings", {
      as: "otherHirer",
      body: { ...TUESDAYS, space: "community-room" },
      headers: { "idempotency-key": "a" },
    });
    expect(answer.status).toBe(201);
  });

  it("is not used up by a body with faults", async () => {
    expect((await ask("a", { ...TUESDAYS, title: 7 })).status).toBe(422);
    expect((await ask("a")).status).toBe(201);
  });

  it("is forgotten after a day", async () => {
    await ask("a");
    api.services.clock.advance(24 * 60 * MINUTE);
    const answer = await ask("b", { ...TUESDAYS, space: "sports-hall-b" });
    expect(answer.status).toBe(201);
    const kept = await api.services.store.database
      .selectFrom("idempotency_keys")
      .select("idempotency_key")
      .execute();
    expect(kept).toEqual([{ idempotency_key: "b" }]);
  });

  it("is free to the moment after a day, also where all that was over was forgotten just before", async () => {
    await ask("a");
    api.services.clock.advance(MINUTE / 2);
    await ask("b", { ...TUESDAYS, space: "sports-hall-b" });
    api.services.clock.advance(24 * 60 * MINUTE - MINUTE / 2);
    await ask("c", { ...TUESDAYS, space: "main-hall" });
    api.services.clock.advance(MINUTE / 2);
    const anew = await ask("b", { ...TUESDAYS, startTime: "20:00", endTime: "21:00" });
    expect([anew.status, anew.headers.get("idempotency-replayed")]).toEqual([201, null]);
    const again = await ask("b", { ...TUESDAYS, startTime: "20:00", endTime: "21:00" });
    expect(again.text).toBe(anew.text);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });

  it("makes one booking of many requests at once; the others get its answer or are told to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("same")));
    const first = answers.find(({ status }) => status === 201);
    for (const answer of answers) {
      if (answer.status === 201) expect(answer.at("id")).toBe(first?.at("id"));
      else {
        expect([answer.status, answer.at("code")]).toEqual([409, "IDEMPOTENCY_KEY_RUNNING"]);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      }
    }
    expect(first).toBeDefined();
    expect(await bookings()).toBe(1);
    expect((await ask("same")).text).toBe(first?.text);
  });

  it("is honoured by actions: a second approval gets the first answer rather than 409", async () => {
    const booking = await api.book();
    const approve = () =>
      api.call(`POST bookings/${booking.id}/approve`, {
        as: "school",
        headers: { "if-match": `"${booking.revision}"`, "idempotency-key": "approve" },
      });
    const first = await approve();
    const again = await approve();
    expect([again.status, again.text]).toEqual([200, first.text]);
  });

  it("is not used up by a missing If-Match", async () => {
    const booking = await api.book();
    const approve = (headers: Record<string, string>) =>
      api.call(`POST bookings/${booking.id}/approve`, {
        as: "school",
        headers: { "idempotency-key": "approve", ...headers },
      });
    expect((await approve({})).status).toBe(428);
    expect((await approve({ "if-match": `"${booking.revision}"` })).status).toBe(200);
  });

  it("is honoured by blocks and hirers", async () => {
    const body = { space: "main-hall", kind: "maintenance", first: "2026-09-10" };
    const headers = { "idempotency-key": "block" };
    const first = await api.call("POST blocks", { as: "school", body, headers });
    const again = await api.call("POST blocks", { as: "school", body, headers });
    expect([first.status, again.status, again.at("id")]).toEqual([201, 201, first.at("id")]);
  });
});

describe("after a crash", () => {
  /** Services of a process that dies just before it keeps the answer of a request. */
  function dyingServices(services: TestServices): Services {
    let commits = 0;
    return {
      ...services,
      announce(school) {
        services.announce(school);
        commits += 1;
        // The booking is committed; what follows in this process never happens.
        if (commits === 1) throw new Error("the process is killed here");
      },
    };
  }

  it("a request that is sent again finds the booking that its first run made", async () => {
    const dying = await makeApi({ override: dyingServices });
    const { store, clock } = dying.services;
    const first = await ask("a", TUESDAYS, dying);
    expect(first.status).toBe(500);
    // A killed process releases nothing: the mark of the running request is put back as it would be found.
    const bookings = await store.database.selectFrom("series").select(["booking_id"]).execute();
    expect(bookings).toHaveLength(1);
    const events = await store.database.selectFrom("events").selectAll().execute();
    const actor = events.find(({ type }) => type === "booking.requested")?.actor ?? "";
    const request = {
      keyId: actor.replace("key:", ""),
      idempotencyKey: "a",
      fingerprint: await fingerprintOf(dying),
    };
    await claimRequest(dying.services, request);
    expect(reservedId("bok", request, clock.now())).toBe(bookings[0]?.booking_id);

    const waiting = await ask("a", TUESDAYS, dying);
    expect([waiting.status, waiting.at("code")]).toEqual([409, "IDEMPOTENCY_KEY_RUNNING"]);
    clock.advance(MINUTE);
    const again = await ask("a", TUESDAYS, dying);
    expect([again.status, again.at("id")]).toEqual([201, bookings[0]?.booking_id]);
    expect((await ask("a", TUESDAYS, dying)).text).toBe(again.text);
    const after = await store.database.selectFrom("series").select("booking_id").execute();
    expect(after).toEqual(bookings);
    expect(await checkLedger(store)).toEqual([]);
    await store.close();
  });

  it("a request that ended in a fault of ours finds at once what it made, and makes nothing twice", async () => {
    const dying = await makeApi({ override: dyingServices });
    expect((await ask("a", TUESDAYS, dying)).status).toBe(500);
    const [booking] = await dying.services.store.database
      .selectFrom("series")
      .select("booking_id")
      .execute();
    const again = await ask("a", TUESDAYS, dying);
    expect([again.status, again.at("id")]).toEqual([201, booking?.booking_id]);
    await dying.services.store.close();
  });

  it("a request is not told no for the sake of its own first run, whose commit ends while it is sent again", async () => {
    const { services } = api;
    const request = tuesdays(api.hirer.id);
    const book = (own: Services) => requestBooking(own, SCHOOL, "system", request);
    /** The first run falls silent with its commit under way; the second sees nothing of it, and then meets it. */
    const runs: ((own: Services) => Promise<Response>)[] = [
      async (firstRun) => {
        runs.push(async (secondRun) => {
          await book(firstRun);
          await expect(book(secondRun)).rejects.toMatchObject({ code: "SERIES_NOT_BOOKABLE" });
          return new Response("refused", { status: 409 });
        });
        return new Response("silent", { status: 503 });
      },
    ];
    const app = new Hono<HttpEnvironment>().post("/", (context) => {
      context.set("exchange", {} as Exchange);
      return runOnce(context, services, {
        isKeyNeeded: true,
        run: (own) => runs.shift()?.(own) ?? Promise.resolve(new Response("run again")),
        async recover(idOf) {
          const booking = await foundOrUndefined(readBooking(services, SCHOOL, idOf("bok")));
          return booking && new Response(booking.id, { status: 201 });
        },
      });
    });
    const send = async () => {
      const answer = await app.request("/", {
        method: "POST",
        headers: { "idempotency-key": "a" },
      });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await send()).toMatchObject({ status: 503 });
    const [again, replayed] = [await send(), await send()];
    const stored = await services.store.database
      .selectFrom("series")
      .select("booking_id")
      .execute();
    expect(again).toEqual({ status: 201, text: stored[0]?.booking_id });
    expect(replayed).toEqual(again);
    expect(stored).toHaveLength(1);
  });

  it("a request whose first run had not committed is run by one of those who send it again", async () => {
    const request = { keyId: "key_x", idempotencyKey: "b", fingerprint: "f" };
    await claimRequest(api.services, request);
    api.services.clock.advance(MINUTE);
    const standings = await Promise.all(
      Array.from({ length: 5 }, () => claimRequest(api.services, request)),
    );
    expect(standings.filter(({ kind }) => kind === "mine")).toHaveLength(1);
    expect(standings.filter(({ kind }) => kind === "running")).toHaveLength(4);
  });

  /** The fingerprint that a request leaves in the store, seen by letting one succeed elsewhere. */
  async function fingerprintOf(of: TestApi): Promise<string> {
    await ask("a", TUESDAYS);
    const row = await api.services.store.database
      .selectFrom("idempotency_keys")
      .select("fingerprint")
      .executeTakeFirstOrThrow();
    expect(of).not.toBe(api);
    return row.fingerprint;
  }
});
