import type { LedgerEvent } from "@neuadd/plugin-kit";
import { describe, expect, it, vi } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
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

/** A listener that does not answer before it is released. */
function untilReleased() {
  let release = (): void => {};
  let reach = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const isReached = new Promise<void>((resolve) => (reach = resolve));
  return {
    isReached,
    release: () => release(),
    listen: () => {
      reach();
      return released;
    },
  };
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

  it("goes on in another process twenty seconds after the last sign of life of the first", async () => {
    const { store, seen, start } = await openWorld();
    let now = Date.now();
    const hostNow = () => now;
    const hung = untilReleased();
    // Its timers stand still and its listener never answers, as of a process that was killed.
    const deadTimers = manualSchedule();
    const dead = await start(hung.listen, { hostNow, schedule: deadTimers.schedule });
    await write(store, "brynmawr");
    dead.wake("brynmawr");
    await hung.isReached;

    await write(store, "brynmawr");
    await write(store, "cwm");
    const timers = manualSchedule();
    const pass = async (ms: number): Promise<void> => {
      now += ms;
      await timers.advance(ms);
    };
    const hasSet = (...delays: number[]) =>
      vi.waitFor(() => expect(timers.pending()).toEqual(delays), 20_000);
    const options = { hostNow, schedule: timers.schedule, pollMs: 15_000 };
    const living = await start(() => {}, options);
    // It tries at once, and then when the lease ends, and whenever it looks at all ledgers.
    await vi.waitFor(() => expect(seen).toEqual(["cwm 1"]), 20_000);
    await hasSet(15_000, 20_000);
    await pass(15_000);
    await hasSet(5_000, 15_000);
    await pass(4_999);
    await hasSet(1, 10_001);
    expect(seen).toEqual(["cwm 1"]);
    await pass(1);
    await vi.waitFor(() => expect(seen).toEqual(["cwm 1", "brynmawr 1", "brynmawr 2"]), 20_000);
    await living.close();
    hung.release();
    await dead.close();
  });

  it("leaves a school to the process that is at work there, however long its listener takes", async () => {
    const { store, seen, start } = await openWorld();
    let now = Date.now();
    const leaseLeftMs = async () => {
      const row = await store.database
        .selectFrom("listener_cursors")
        .select("lease_until")
        .where("school_id", "=", "cwm")
        .executeTakeFirst();
      return Number(row?.lease_until) - now;
    };
    const slow = untilReleased();
    const open = async (listen: () => Promise<void> | void, aheadMs: number) => {
      const timers = manualSchedule();
      const hostNow = () => now + aheadMs;
      const never = 3_600_000;
      const options = {
        hostNow,
        schedule: timers.schedule,
        listenerLimitMs: never,
        pollMs: never,
      };
      return { timers, delivery: await start(listen, options) };
    };
    const one = await open(slow.listen, 0);
    await write(store, "cwm");
    one.delivery.wake("cwm");
    await slow.isReached;
    await write(store, "cwm");
    // The clocks of two machines are never quite the same.
    const hasInterfered = vi.fn<() => void>();
    const other = await open(hasInterfered, 9_000);
    for (let round = 0; round < 6; round += 1) {
      now += 5_000;
      await one.timers.advance(5_000);
      await vi.waitFor(async () => expect(await leaseLeftMs()).toBe(20_000), 20_000);
      await other.timers.advance(5_000);
      other.delivery.wake("cwm");
      // It was refused, and waits for the lease to end.
      await vi.waitFor(() => expect(other.timers.pending()).toContain(11_000), 20_000);
    }
    expect([hasInterfered.mock.calls, seen]).toEqual([[], []]);
    slow.release();
    await vi.waitFor(() => expect(seen).toEqual(["cwm 1", "cwm 2"]), 20_000);
    expect(hasInterfered).not.toHaveBeenCalled();
    await Promise.all([one.delivery.close(), other.delivery.close()]);
  });

  it("does not let a process that comes back too late move the place of the one that went on", async () => {
    const { store, start } = await openWorld();
    const asleep = untilReleased();
    const late = vi.fn<() => Promise<void>>(asleep.listen);
    const sleeping = await start(late);
    await write(store, "cwm");
    sleeping.wake("cwm");
    await asleep.isReached;
    const living = await start(() => {}, { hostNow: () => Date.now() + 21_000 });
    await write(store, "cwm");
    const place = async () =>
      (
        await store.database
          .selectFrom("listener_cursors")
          .select("revision")
          .where("school_id", "=", "cwm")
          .executeTakeFirst()
      )?.revision;
    await vi.waitFor(async () => expect(await place()).toBe(2), 20_000);
    await living.close();
    asleep.release();
    await sleeping.close();
    expect(await place()).toBe(2);
    expect(late).toHaveBeenCalledTimes(1);
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
