import { setImmediate as nextTurn } from "node:timers/promises";
import type { LedgerEvent, LedgerEventType, Listeners } from "@neuadd/plugin-kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { insertEvents } from "../ledger/insert-events.ts";
import { flushesCommits } from "../store/commit-flush.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { type DeliveryOptions, startEventDelivery } from "./event-delivery.ts";

/** A store with schools whose ledgers can be written to, and deliveries that can be stopped and started again. */
async function openWorld() {
  const store = openSqliteStore({ file: ":memory:" });
  await store.migrate();
  const timers = manualSchedule();
  const { logger, lines } = keptLogger();
  let setBackMs = 0;
  const clock = { now: () => timers.now() - setBackMs, isDemonstration: true };

  async function write(school: string, ...types: LedgerEventType[]): Promise<void> {
    await store.database.transaction().execute(async (database) => {
      const { revision } = await database
        .insertInto("schools")
        .values({ school_id: school, authority_id: "a", revision: 1, definition_revision: 1 })
        .onConflict((conflict) =>
          conflict
            .column("school_id")
            .doUpdateSet((row) => ({ revision: row("schools.revision", "+", 1) })),
        )
        .returning("revision")
        .executeTakeFirstOrThrow();
      const entry = { school, revision, actor: "system", at: clock.now() } as const;
      await insertEvents(
        database,
        entry,
        types.map((type) => ({ type, data: { revision } })),
      );
    });
  }
  return {
    store,
    lines,
    timers,
    write,
    advance: (ms: number) => timers.advance(ms),
    setBack: (ms: number) => (setBackMs = ms),
    start: (listeners: Readonly<Record<string, Listeners>>, options: DeliveryOptions = {}) =>
      startEventDelivery({ store, clock, logger }, new Map(Object.entries(listeners)), {
        schedule: timers.schedule,
        random: () => 1,
        ...options,
      }),
    deadLetters: () => store.database.selectFrom("dead_letters").selectAll().execute(),
  };
}

function keeper() {
  const seen: string[] = [];
  function keep({ school, revision, ordinal, type }: LedgerEvent): void {
    seen.push(`${school} ${revision}.${ordinal} ${type}`);
  }
  return { seen, keep };
}

describe("delivery of events", () => {
  it("brings an entry to every listener of its kind once it is woken after the commit", async () => {
    const world = await openWorld();
    const one = keeper();
    const two = keeper();
    const delivery = await world.start({
      one: { "booking.approved": one.keep },
      two: { "booking.approved": two.keep, "booking.requested": two.keep },
    });
    await world.write("brynmawr", "booking.requested");
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect(one.seen).toEqual(["brynmawr 2.0 booking.approved"]);
    expect(two.seen).toEqual(["brynmawr 1.0 booking.requested", "brynmawr 2.0 booking.approved"]);
  });

  it("lets what runs be answered first, listener after listener", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const listen = { "booking.approved": keep };
    const delivery = await world.start({ one: listen, two: listen });
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    const seenAfterReads: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      // An embedded store answers all of these within one turn of the event loop.
      for (let read = 0; read < 50; read += 1) await world.deadLetters();
      seenAfterReads.push(seen.length);
      await nextTurn();
    }
    expect(seenAfterReads).toEqual([0, 1, 2]);
    await delivery.close();
  });

  it("has no listener wait for the disk: what is lost there is lost with its place, and told once more", async () => {
    const world = await openWorld();
    const flushes: boolean[] = [];
    const delivery = await world.start({
      one: { "booking.approved": () => void flushes.push(flushesCommits()) },
    });
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect([...flushes, flushesCommits()]).toEqual([false, true]);
  });

  it("passes over what a listener has no ear for, however much, and misses nothing of the rest", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const delivery = await world.start({ one: { "booking.approved": keep } });
    const unheard = Array.from({ length: 130 }, () => "booking.requested" as const);
    await world.write("brynmawr", ...unheard);
    delivery.wake("brynmawr");
    await world.advance(0);
    const place = () =>
      world.store.database
        .selectFrom("listener_cursors")
        .select(["revision", "ordinal", "lease_holder"])
        .executeTakeFirst();
    expect(await place()).toEqual({ revision: 1, ordinal: 129, lease_holder: null });

    await world.write("brynmawr", ...unheard, "booking.approved", ...unheard);
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect(seen).toEqual(["brynmawr 2.130 booking.approved", "brynmawr 3.0 booking.approved"]);
    expect(await place()).toEqual({ revision: 3, ordinal: 0, lease_holder: null });
  });

  it("gives the whole entry, as the ledger has it", async () => {
    const world = await openWorld();
    const events: LedgerEvent[] = [];
    const delivery = await world.start({
      one: { "booking.approved": (event) => void events.push(event) },
    });
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect(events).toEqual([
      {
        school: "brynmawr",
        revision: 1,
        ordinal: 0,
        type: "booking.approved",
        at: 0,
        actor: "system",
        data: { revision: 1 },
      },
    ]);
  });

  it("finds what another process wrote at its next look", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    await world.start({ one: { "booking.approved": keep } });
    await world.write("brynmawr", "booking.approved");
    await world.advance(14_999);
    expect(seen).toEqual([]);
    await world.advance(1);
    expect(seen).toHaveLength(1);
  });

  it("keeps each listener's place over a restart, also within a revision", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const stops: (() => void)[] = [];
    const first = await world.start({
      one: {
        "occurrence.displaced": async (event) => {
          keep(event);
          if (event.ordinal === 1) await new Promise<void>((resolve) => void stops.push(resolve));
        },
      },
    });
    await world.write(
      "brynmawr",
      "occurrence.displaced",
      "occurrence.displaced",
      "occurrence.displaced",
    );
    first.wake("brynmawr");
    await world.advance(0);
    const closed = first.close();
    stops[0]?.();
    await closed;
    await world.start({ one: { "occurrence.displaced": keep } });
    await world.advance(0);
    expect(seen.map((entry) => entry.split(" ")[1])).toEqual(["1.0", "1.1", "1.2"]);
  });

  it("starts a listener that is new with the present, and reads schools that come later from their beginning", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    await world.write("brynmawr", "school.imported");
    const delivery = await world.start({ one: { "school.imported": keep } });
    await world.advance(0);
    expect(seen).toEqual([]);
    await world.write("tredegar", "school.imported");
    delivery.wake("tredegar");
    await world.advance(0);
    await delivery.close();
    await world.write("cwm", "school.imported");
    await world.start({ one: { "school.imported": keep } });
    await world.advance(0);
    expect(seen).toEqual(["tredegar 1.0 school.imported", "cwm 1.0 school.imported"]);
  });

  it("passes over more entries than a page holds", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const delivery = await world.start({ one: { "booking.approved": keep } });
    await world.write("brynmawr", ...Array<LedgerEventType>(250).fill("occurrence.displaced"));
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect(seen).toEqual(["brynmawr 2.0 booking.approved"]);
  });
});

describe("a listener that throws", () => {
  it("is called again with growing pauses, in order, until it succeeds", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    let failures = 3;
    const delivery = await world.start({
      one: {
        "booking.approved": (event) => {
          keep(event);
          if (failures-- > 0) throw new Error("mail server down");
        },
      },
    });
    await world.write("brynmawr", "booking.approved");
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    const counts = [];
    for (const ms of [0, 1000, 2000, 3999, 1]) {
      await world.advance(ms);
      counts.push(seen.length);
    }
    expect(counts).toEqual([1, 2, 3, 3, 5]);
    expect(seen.at(-1)).toBe("brynmawr 2.0 booking.approved");
  });

  it("is not called sooner because something new was written, or the server restarted", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const listeners: Readonly<Record<string, Listeners>> = {
      one: {
        "booking.approved": (event) => {
          keep(event);
          throw new Error("mail server down");
        },
      },
    };
    const delivery = await world.start(listeners);
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(1000);
    expect(seen).toHaveLength(2);
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await delivery.close();
    await world.start(listeners);
    await world.advance(1999);
    expect(seen).toHaveLength(2);
    await world.advance(1);
    expect(seen).toHaveLength(3);
  });

  it("is not left waiting because a demonstration clock was set back", async () => {
    const world = await openWorld();
    let calls = 0;
    const listeners = {
      one: {
        "booking.approved": () => {
          calls += 1;
          if (calls === 1) throw new Error("mail server down");
        },
      },
    };
    await world.advance(365 * 86_400_000);
    const delivery = await world.start(listeners);
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    await delivery.close();
    world.setBack(365 * 86_400_000);
    await world.start(listeners);
    await world.advance(0);
    expect(calls).toBe(2);
  });

  it("leaves a dead letter in the end, and goes on with the next entry", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const delivery = await world.start(
      {
        one: {
          "booking.approved": (event) => {
            keep(event);
            if (event.revision === 1) throw new TypeError("not a number");
          },
        },
      },
      { mostAttempts: 4 },
    );
    await world.write("brynmawr", "booking.approved");
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(60_000);
    expect(seen.map((entry) => entry.split(" ")[1])).toEqual(["1.0", "1.0", "1.0", "1.0", "2.0"]);
    expect(await world.deadLetters()).toMatchObject([
      {
        school_id: "brynmawr",
        listener_id: "one",
        revision: 1,
        ordinal: 0,
        error: "TypeError: not a number",
      },
    ]);
    expect(world.lines.at(-1)?.msg).toContain("dead letter");
  });

  it("keeps nobody out by an entry that was the last, and that it could not take", async () => {
    const world = await openWorld();
    const delivery = await world.start(
      {
        one: {
          "booking.approved": () => {
            throw new Error("mail server down");
          },
        },
      },
      { mostAttempts: 1 },
    );
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect(await world.deadLetters()).toHaveLength(1);
    const cursor = await world.store.database
      .selectFrom("listener_cursors")
      .select(["revision", "lease_holder"])
      .executeTakeFirst();
    expect(cursor).toEqual({ revision: 1, lease_holder: null });
  });

  it("harms no other listener and no other school", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    const delivery = await world.start({
      broken: {
        "booking.approved": (event) => {
          if (event.school === "brynmawr") throw new Error("mail server down");
          keep(event);
        },
      },
      sound: { "booking.approved": keep },
    });
    for (const school of ["brynmawr", "tredegar"]) {
      await world.write(school, "booking.approved");
      delivery.wake(school);
    }
    await world.advance(0);
    expect(seen.toSorted()).toEqual([
      "brynmawr 1.0 booking.approved",
      "tredegar 1.0 booking.approved",
      "tredegar 1.0 booking.approved",
    ]);
  });
});

describe("a listener that hangs", () => {
  it("counts as failed after its time, and holds up no other listener, school or write", async () => {
    const world = await openWorld();
    const { seen, keep } = keeper();
    let calls = 0;
    const delivery = await world.start({
      stuck: {
        "booking.approved": (event) => {
          if (event.school !== "brynmawr") return keep(event);
          calls += 1;
          return new Promise(() => undefined);
        },
      },
      sound: { "booking.approved": keep },
    });
    for (const school of ["brynmawr", "tredegar"]) {
      await world.write(school, "booking.approved");
      delivery.wake(school);
    }
    await world.advance(0);
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    expect({ calls, seen: seen.length }).toEqual({ calls: 1, seen: 4 });
    await world.advance(30_000);
    await world.advance(1_000);
    expect(calls).toBe(2);
  });

  it("holds the end of the server up for ten seconds at most", async () => {
    const world = await openWorld();
    const delivery = await world.start({
      stuck: { "booking.approved": () => new Promise(() => undefined) },
    });
    await world.write("brynmawr", "booking.approved");
    delivery.wake("brynmawr");
    await world.advance(0);
    const closed = delivery.close();
    await world.advance(10_000);
    await closed;
    expect(world.lines.at(-1)?.msg).toContain("still running");
  });
});

describe("any run of writes, failures and restarts", () => {
  it("brings every entry at least once, those of a school in order", async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          write: fc.constantFrom("a", "b", "c"),
          entries: fc.integer({ min: 1, max: 3 }),
        }),
        fc.record({ advance: fc.integer({ min: 0, max: 5000 }) }),
        fc.constant("restart" as const),
      ),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.boolean()), async (run, failures) => {
        const world = await openWorld();
        const done: string[] = [];
        const listeners: Readonly<Record<string, Listeners>> = {
          one: {
            "booking.approved": (event) => {
              if (failures.next().value === true) throw new Error("drawn");
              done.push(`${event.school} ${event.revision}.${event.ordinal}`);
            },
          },
        };
        const written: string[] = [];
        const revisions = new Map<string, number>();
        let delivery = await world.start(listeners, { mostAttempts: 1000 });
        for (const step of run) {
          if (step === "restart") {
            await delivery.close();
            delivery = await world.start(listeners, { mostAttempts: 1000 });
          } else if ("advance" in step) {
            await world.advance(step.advance);
          } else {
            const revision = (revisions.get(step.write) ?? 0) + 1;
            revisions.set(step.write, revision);
            await world.write(
              step.write,
              ...Array<LedgerEventType>(step.entries).fill("booking.approved"),
            );
            for (let ordinal = 0; ordinal < step.entries; ordinal += 1) {
              written.push(`${step.write} ${revision}.${ordinal}`);
            }
            delivery.wake(step.write);
          }
        }
        for (let hour = 0; hour < 200 && done.length < written.length; hour += 1) {
          await world.advance(30 * 60_000);
        }
        expect(new Set(done)).toEqual(new Set(written));
        for (const school of ["a", "b", "c"]) {
          const own = (list: readonly string[]) => list.filter((entry) => entry.startsWith(school));
          expect(own(done)).toEqual(own(written));
        }
        await delivery.close();
        await world.store.close();
      }),
      { numRuns: 15 },
    );
  });
});
