import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { changeHirer } from "../../src/hirers/change-hirer.ts";
import { createHirer } from "../../src/hirers/create-hirer.ts";
import { importSchool } from "../../src/ledger/import-school.ts";
import { readEvents } from "../../src/ledger/read-events.ts";
import { requestBooking } from "../../src/ledger/request-booking.ts";
import { schoolRevision } from "../../src/ledger/school-model.ts";
import { inTransaction } from "../../src/store/in-transaction.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { checkLedger } from "../fixtures/check-ledger.ts";
import { makeApi, type TestApi } from "../fixtures/make-api.ts";
import { makeHirer } from "../fixtures/make-hirer.ts";
import { makeServices } from "../fixtures/make-services.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "../fixtures/school-definition.ts";
import { tuesdays } from "../fixtures/tuesdays.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { holdCommits } from "./held-commits.ts";
import { takeSchema } from "./postgres-schema.ts";

/** Services on a database that can be cut off, and the same database without the proxy. */
async function setUp() {
  const schema = await takeSchema();
  const services = await makeServices({ store: schema.open() });
  const hirer = (await makeHirer(services)).id;
  const proxy = await startCuttingProxy(schema.url);
  const store = openPostgresStore({ url: proxy.url });
  return { services, hirer, proxy, cutOff: { ...services, store } };
}

describe("a ledger whose connection breaks at the commit", () => {
  it.each(["before", "after"] as const)("books once, when it breaks %s it", async (moment) => {
    const { services, hirer, proxy, cutOff } = await setUp();
    proxy.atCommit.push(moment);
    const { booking } = await requestBooking(cutOff, SCHOOL, "system", tuesdays(hirer));
    expect(booking).toMatchObject({ status: "requested", revision: 2 });
    expect(proxy.atCommit).toEqual([]);
    expect(await schoolRevision(services, SCHOOL)).toBe(2);
    const events = await readEvents(services, SCHOOL, 1, 10);
    expect(events.map(({ data }) => data["booking"])).toEqual([booking.id]);
    expect(await checkLedger(services.store)).toEqual([]);
    await cutOff.store.close();
  });

  it("books once, when it breaks again and again", async () => {
    const { services, hirer, proxy, cutOff } = await setUp();
    proxy.atCommit.push("before", "before", "after");
    const { booking } = await requestBooking(cutOff, SCHOOL, "system", tuesdays(hirer));
    expect(proxy.atCommit).toEqual([]);
    const rows = await services.store.database.selectFrom("series").select("booking_id").execute();
    expect(rows).toEqual([{ booking_id: booking.id }]);
    await cutOff.store.close();
  });

  it("does not take another's revision for its own", async () => {
    const { services, hirer, proxy, cutOff } = await setUp();
    proxy.atCommit.push("before");
    proxy.meanwhile = async () => {
      await requestBooking(services, SCHOOL, "system", tuesdays(hirer, { space: "main-hall" }));
    };
    const { booking } = await requestBooking(cutOff, SCHOOL, "system", tuesdays(hirer));
    expect(booking.revision).toBe(3);
    expect(await checkLedger(services.store)).toEqual([]);
    await cutOff.store.close();
  });

  it("is decided again: what another took meanwhile is not given twice", async () => {
    const { services, hirer, proxy, cutOff } = await setUp();
    proxy.atCommit.push("before");
    proxy.meanwhile = async () => {
      await requestBooking(services, SCHOOL, "system", tuesdays(hirer));
    };
    await expect(requestBooking(cutOff, SCHOOL, "system", tuesdays(hirer))).rejects.toMatchObject({
      code: "SERIES_NOT_BOOKABLE",
    });
    expect(await schoolRevision(services, SCHOOL)).toBe(2);
    await cutOff.store.close();
  });

  it("gives up in the end, and says that the store can't be had", async () => {
    const { services, hirer, proxy, cutOff } = await setUp();
    proxy.atCommit.push(...Array.from({ length: 6 }, () => "before" as const));
    await expect(requestBooking(cutOff, SCHOOL, "system", tuesdays(hirer))).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
    });
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    await cutOff.store.close();
  });
});

describe("a request whose connection breaks while its commit takes long", () => {
  it("is answered with its booking when it is sent again, and never refused for its own sake", async () => {
    const schema = await takeSchema({ isFresh: true });
    const proxy = await startCuttingProxy(schema.url);
    const store = schema.open();
    const cutOff = openPostgresStore({ url: proxy.url, lockTimeoutMs: 50 });
    const hasty = await makeApi({
      store,
      override: (services) => ({ ...services, store: cutOff }),
    });
    const patient = await makeApi({ store });
    const commits = await holdCommits(schema.url);
    const { hirer: _hirer, ...body } = tuesdays(hasty.hirer.id);
    const send = async ({ app }: TestApi) => {
      const answer = await app.request(`/v1/schools/${SCHOOL}/bookings`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${hasty.keys.hirer}`,
          "content-type": "application/json",
          "idempotency-key": "a",
        },
        body: JSON.stringify(body),
      });
      return { status: answer.status, booking: (await answer.json()) as { id?: string } };
    };
    const silent = send(hasty);
    await commits.untilOneWaits();
    proxy.cutAll();
    expect(await silent).toMatchObject({ status: 503 });

    const sentAgain = send(patient);
    await commits.untilAWriterWaits();
    await commits.release();
    const stored = { id: expect.stringMatching(/^bok_/) as string, status: "requested" };
    expect(await sentAgain).toMatchObject({ status: 201, booking: stored });
    expect(await send(hasty)).toEqual(await sentAgain);
    const rows = await store.database.selectFrom("series").select("booking_id").execute();
    expect(rows).toEqual([{ booking_id: (await sentAgain).booking.id }]);
    expect(await checkLedger(store)).toEqual([]);
    await cutOff.close();
  });
});

describe("other writes whose connection breaks at the commit", () => {
  it.each(["before", "after"] as const)("enter a school once (%s)", async (moment) => {
    const { services, proxy, cutOff } = await setUp();
    proxy.atCommit.push(moment);
    const result = await importSchool(cutOff, "system", schoolLike("ysgol-arall"));
    expect(result).toMatchObject({ created: true, changed: true, revision: 1 });
    expect(await checkLedger(services.store)).toEqual([]);
    await cutOff.store.close();
  });

  it.each(["before", "after"] as const)("enter and change a hirer once (%s)", async (moment) => {
    const { services, proxy, cutOff } = await setUp();
    const contact = { name: "Ysgrifennydd", email: "cor@example.org" };
    const club = { name: "Côr", category: "club", language: "cy", contact } as const;
    proxy.atCommit.push(moment, moment);
    const { id } = await createHirer(cutOff, club, { school: SCHOOL });
    const changed = await changeHirer(cutOff, id, { name: "Côr y Cwm" }, { revision: 1 });
    expect(changed).toMatchObject({ name: "Côr y Cwm", revision: 2 });
    const hirers = await services.store.database.selectFrom("hirers").select("name").execute();
    expect(hirers.map(({ name }) => name).toSorted()).toEqual([
      "Clwb Badminton y Bryn",
      "Côr y Cwm",
    ]);
    await cutOff.store.close();
  });
});

describe("a connection that breaks", () => {
  it("while nobody uses it, or in a read, is replaced", async () => {
    const { proxy, cutOff } = await setUp();
    for (let round = 0; round < 3; round += 1) {
      expect(await schoolRevision(cutOff, SCHOOL)).toBe(1);
      proxy.cutAll();
    }
    const reading = sql`select pg_sleep(0.3)`.execute(cutOff.store.database);
    const cutting = (async () => {
      await schoolRevision(cutOff, SCHOOL);
      proxy.cutAll();
    })();
    await Promise.all([reading, cutting]);
    await cutOff.store.close();
  });

  it("in a transaction is run again from its start", async () => {
    const { services, proxy, cutOff } = await setUp();
    let runs = 0;
    await inTransaction(cutOff.store, {
      lock: async () => undefined,
      async work(database) {
        runs += 1;
        await database
          .updateTable("schools")
          .set({ authority_id: `run-${runs}` })
          .execute();
        if (runs === 1) proxy.cutAll();
        await database.selectFrom("schools").select("revision").execute();
      },
      stands: async () => false,
    });
    expect(runs).toBe(2);
    expect(
      await services.store.database.selectFrom("schools").select("authority_id").execute(),
    ).toEqual([{ authority_id: "run-2" }]);
    await cutOff.store.close();
  });

  it("of a database that is not there is no crash: the store is not ready, and says so", async () => {
    const store = openPostgresStore({ url: "postgres://postgres@127.0.0.1:1/nowhere" });
    expect(await store.isReady()).toBe(false);
    const reading = store.database.selectFrom("schools").selectAll().execute();
    await expect(reading).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    await store.close();
  });
});

describe("transactions that stand in each other's way", () => {
  it("are both carried out: the one that PostgreSQL undoes is run again", async () => {
    const { services } = await setUp();
    const { store } = services;
    await importSchool(services, "system", schoolLike("ysgol-arall"));
    let [met, undone] = [0, 0];
    let bothHaveOne = (): void => {};
    const meeting = new Promise<void>((resolve) => (bothHaveOne = resolve));
    const take = (first: string, second: string) =>
      inTransaction(store, {
        lock: async () => undefined,
        async work(database) {
          const bump = (school: string) =>
            database
              .updateTable("schools")
              .set((row) => ({ definition_revision: row("definition_revision", "+", 1) }))
              .where("school_id", "=", school)
              .execute();
          await bump(first);
          met += 1;
          if (met === 2) bothHaveOne();
          await meeting;
          await bump(second).catch((error: unknown) => {
            undone += 1;
            throw error;
          });
        },
        stands: async () => false,
      });
    await Promise.all([take(SCHOOL, "ysgol-arall"), take("ysgol-arall", SCHOOL)]);
    const rows = await store.database.selectFrom("schools").select("definition_revision").execute();
    expect(rows).toEqual([{ definition_revision: 3 }, { definition_revision: 3 }]);
    // Once, unless whoever begins again takes its first school before the other has woken up: then they meet once more.
    expect(undone).toBeGreaterThanOrEqual(1);
    expect(met).toBe(2 + undone);
  });

  it("wait for a lock no longer than they should", async () => {
    const schema = await takeSchema();
    const patient = schema.open();
    const hasty = schema.open({ lockTimeoutMs: 50 });
    await makeServices({ store: patient, schools: [schoolDefinition] });
    await patient.database.transaction().execute(async (holder) => {
      await holder.updateTable("schools").set({ revision: 9 }).execute();
      const waiting = hasty.database.updateTable("schools").set({ revision: 8 }).execute();
      await expect(waiting).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    });
  });
});
