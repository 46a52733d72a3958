import type { LedgerEvent } from "@neuadd/plugin-kit";
import { describe, expect, it, vi } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { openSharedDatabase } from "../../test/fixtures/open-shared-database.ts";
import { insertEvents } from "../ledger/insert-events.ts";
import type { Store } from "../store/store.ts";
import { type DeliveryOptions, startEventDelivery } from "./event-delivery.ts";

const SCHOOLS = ["brynmawr", "tredegar", "cwm"];

/** A database with schools, and deliveries that each have a connection of their own, as processes have. */
async function openWorld() {
  const database = await openSharedDatabase();
  const first = await database.open();
  for (const school_id of SCHOOLS) {
    await first.database
      .insertInto("schools")
      .values({ school_id, authority_id: "a", revision: 0, definition_revision: 0 })
      .execute();
  }
  const seen: string[] = [];
  const clock = { now: () => Date.now(), isDemonstration: false };
  return {
    seen,
    store: first,
    /** `listen` is called with each entry; what it has had is in `seen`. */
    start: async (
      listen: (event: LedgerEvent) => Promise<void> | void,
      options: DeliveryOptions = {},
    ) => {
      const store = await database.open();
      const { logger } = keptLogger();
      const listener = async (event: LedgerEvent): Promise<void> => {
        await listen(event);
        seen.push(`${event.school} ${event.revision}`);
      };
      const listeners = new Map([["feeds", { "booking.approved": listener }]]);
      return startEventDelivery({ store, clock, logger }, listeners, { pollMs: 50, ...options });
    },
  };
}

async function write({ database }: Store, school: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { revision } = await transaction
      .updateTable("schools")
      .set((row) => ({ revision: row("revision", "+", 1) }))
      .where("school_id", "=", school)
      .returning("revision")
      .executeTakeFirstOrThrow();
    const entry = { school, revision, actor: "system", at: 0 } as const;
    await insertEvents(transaction, entry, [{ type: "booking.approved", data: {} }]);
  });
}

describe("delivery by several processes", () => {
  it("hands each entry over once, those of a school in order, whoever was told of it", async () => {
    const { store, seen, start } = await openWorld();
    const deliveries = await Promise.all([start(() => {}), start(() => {}), start(() => {})]);
    const expected: string[] = [];
    for (let revision = 1; revision <= 12; revision += 1) {
      for (const [index, school] of SCHOOLS.entries()) {
        await write(store, school);
        expected.push(`${school} ${revision}`);
        deliveries[(revision + index) % deliveries.length]?.wake(school);
        if (revision % 3 === 0) for (const delivery of deliveries) delivery.wake(school);
      }
    }
    await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(expected.length), 20_000);
    expect(seen.toSorted()).toEqual(expected.toSorted());
    for (const school of SCHOOLS) {
      const ofSchool = seen.filter((line) => line.startsWith(`${school} `));
      expect(ofSchool).toEqual(expected.filter((line) => line.startsWith(`${school} `)));
    }
    await Promise.all(deliveries.map((delivery) => delivery.close()));
  });

  it("goes on in another process when the first is gone, once its lease has run out", async () => {
    const { store, seen, start } = await openWorld();
    let dieNow = (): void => {};
    const isAtWork = new Promise<void>((resolve) => (dieNow = resolve));
    // A process that never comes back from its listener is as good as dead.
    const dead = await start(
      () => {
        dieNow();
        return new Promise(() => {});
      },
      { closeLimitMs: 1, pollMs: 3_600_000 },
    );
    await write(store, "brynmawr");
    dead.wake("brynmawr");
    await isAtWork;

    let aheadMs = 0;
    const hostNow = () => Date.now() + aheadMs;
    const living = await start(() => {}, { hostNow });
    await write(store, "brynmawr");
    await write(store, "cwm");
    await vi.waitFor(() => expect(seen).toEqual(["cwm 1"]), 20_000);
    aheadMs = 61_000;
    await vi.waitFor(() => expect(seen).toEqual(["cwm 1", "brynmawr 1", "brynmawr 2"]), 20_000);
    await Promise.all([living.close(), dead.close()]);
  });

  it("does not let a process that comes back too late move the place of the one that went on", async () => {
    const { store, start } = await openWorld();
    let wakeUp = (): void => {};
    const sleep = new Promise<void>((resolve) => (wakeUp = resolve));
    let isAsleep = (): void => {};
    const fallingAsleep = new Promise<void>((resolve) => (isAsleep = resolve));
    const sleeping = await start(() => {
      isAsleep();
      return sleep;
    });
    await write(store, "cwm");
    sleeping.wake("cwm");
    await fallingAsleep;
    const living = await start(() => {}, { hostNow: () => Date.now() + 61_000 });
    await write(store, "cwm");
    const place = async () =>
      (
        await store.database
          .selectFrom("listener_cursors")
          .select(["revision", "lease_holder"])
          .where("school_id", "=", "cwm")
          .executeTakeFirst()
      )?.revision;
    await vi.waitFor(async () => expect(await place()).toBe(2), 20_000);
    await living.close();
    wakeUp();
    await sleeping.close();
    expect(await place()).toBe(2);
  });

  it("lets several start at once with a listener that none has known", async () => {
    const { store, seen, start } = await openWorld();
    await write(store, "cwm");
    const deliveries = await Promise.all(Array.from({ length: 4 }, () => start(() => {})));
    const cursors = await store.database
      .selectFrom("listener_cursors")
      .select("revision")
      .execute();
    expect(cursors.map(({ revision }) => `${revision}`).toSorted()).toEqual(["0", "0", "1"]);
    expect(seen).toEqual([]);
    await Promise.all(deliveries.map((delivery) => delivery.close()));
  });
});
