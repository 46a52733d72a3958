import { CoreError, type SeriesChange } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendBooking } from "../src/ledger/amend-booking.ts";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import type { BlockRequest } from "../src/ledger/block-record.ts";
import type { BookingRequest } from "../src/ledger/booking-record.ts";
import { cancelOccurrence } from "../src/ledger/cancel-occurrence.ts";
import { createBlock } from "../src/ledger/create-block.ts";
import { cancelBooking, declineBooking, withdrawBooking } from "../src/ledger/end-booking.ts";
import { expireRequests } from "../src/ledger/expire-requests.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { previewAmendment } from "../src/ledger/preview-amendment.ts";
import { readBooking } from "../src/ledger/read-booking.ts";
import { removeBlock } from "../src/ledger/remove-block.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { ServerError } from "../src/server-error.ts";
import { bookedSchool, type BookedSchool } from "./fixtures/booked-school.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

/** What has been acknowledged: nothing of it may ever be lost. */
interface World extends BookedSchool {
  readonly bookings: string[];
  readonly blocks: string[];
}

interface Command {
  run(world: World): Promise<unknown>;
  toString(): string;
}

const spaceIds = schoolDefinition.premises.flatMap(({ spaces }) => spaces.map(({ id }) => id));
const space = fc.constantFrom(...spaceIds);
const index = fc.nat({ max: 30 });
const by = fc.constantFrom("hirer" as const, "school" as const);
/** A date of September 2026: close together, so that commands meet. */
const date = fc.nat({ max: 29 }).map((days) => dateAfter("2026-09-01", days));
const hours = fc
  .tuple(fc.integer({ min: 17, max: 20 }), fc.integer({ min: 1, max: 2 }))
  .map(([start, length]) => ({ startTime: clock(start), endTime: clock(start + length) }));

function dateAfter(first: string, days: number): string {
  return new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

const request: fc.Arbitrary<Partial<BookingRequest>> = fc
  .record({
    space,
    first: date,
    hours,
    rule: fc.constantFrom("FREQ=WEEKLY", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU,TH"),
    count: fc.integer({ min: 1, max: 8 }),
    policy: fc.constantFrom("skip", "append", "otherSpace", "nearbyTime"),
  } as const)
  .map(({ hours: times, rule, count, policy, ...rest }) => ({
    ...rest,
    ...times,
    recurrence: { rule, count },
    onClash: { policy },
  }));

const change: fc.Arbitrary<SeriesChange> = fc.oneof(
  fc.record({ scope: fc.constant("all" as const), space }),
  hours.map((times) => ({ scope: "all" as const, ...times })),
  fc.record({ scope: fc.constant("this" as const), date, newDate: date }),
  fc.record({ date, count: fc.integer({ min: 1, max: 6 }) }).map(({ date: from, count }) => ({
    scope: "thisAndFollowing" as const,
    date: from,
    recurrence: { rule: "FREQ=DAILY;INTERVAL=3", first: from, count },
  })),
);

const block: fc.Arbitrary<BlockRequest> = fc
  .record({ space, first: date, days: fc.nat({ max: 5 }), hours: fc.option(hours) })
  .map(({ space: id, first, days, hours: times }) => ({
    space: id,
    kind: "schoolUse",
    first,
    last: dateAfter(first, days),
    ...times,
  }));

function command<Data>(
  name: string,
  data: fc.Arbitrary<Data>,
  run: (world: World, data: Data) => Promise<unknown>,
): fc.Arbitrary<Command> {
  return data.map((given) => ({
    run: (world) => run(world, given),
    toString: () => `${name}(${JSON.stringify(given)})`,
  }));
}

/** Runs a command on one of the bookings that there are, as it is now. */
function onBooking<Data>(
  name: string,
  data: fc.Arbitrary<Data>,
  run: (world: World, booking: { id: string; revision: number }, data: Data) => Promise<unknown>,
): fc.Arbitrary<Command> {
  return command(name, fc.tuple(index, data), async (world, [which, given]) => {
    const id = world.bookings[which % Math.max(1, world.bookings.length)];
    if (id === undefined) return;
    const { revision } = await readBooking(world.services, SCHOOL, id);
    await run(world, { id, revision }, given);
  });
}

/** Courts of half A, or none: imports that move claims. */
function divided(isDivided: boolean) {
  return {
    ...schoolDefinition,
    premises: schoolDefinition.premises.map((site) => ({
      ...site,
      spaces: site.spaces.filter(({ parent }) => isDivided || parent !== "sports-hall-a"),
    })),
  };
}

const anything = fc.oneof(
  {
    weight: 6,
    arbitrary: command("request", request, async ({ services, hirer, bookings }, given) => {
      const { booking } = await requestBooking(services, SCHOOL, "key:h", tuesdays(hirer, given));
      bookings.push(booking.id);
    }),
  },
  {
    weight: 4,
    arbitrary: onBooking("approve", fc.constant(null), ({ services }, { id, revision }) =>
      approveBooking(services, SCHOOL, "key:s", id, { revision }),
    ),
  },
  onBooking(
    "end",
    fc.tuple(fc.constantFrom(declineBooking, withdrawBooking, cancelBooking), by),
    ({ services }, { id, revision }, [end, party]) =>
      end(services, SCHOOL, "key:s", id, { revision, by: party }),
  ),
  {
    weight: 2,
    arbitrary: onBooking("cancelOccurrence", fc.tuple(index, by), async (world, { id }, given) => {
      const [which, party] = given;
      const { occurrences } = await readBooking(world.services, SCHOOL, id);
      const day = occurrences[which % occurrences.length]?.date ?? "";
      await cancelOccurrence(world.services, SCHOOL, "key:h", id, day, { by: party });
    }),
  },
  {
    weight: 4,
    arbitrary: onBooking(
      "amend",
      fc.tuple(change, by),
      async ({ services }, { id, revision }, [wanted, party]) => {
        const { digest } = await previewAmendment(services, SCHOOL, id, wanted);
        const options = { revision, expectedDigest: digest, by: party };
        await amendBooking(services, SCHOOL, "key:s", id, wanted, options);
      },
    ),
  },
  {
    weight: 3,
    arbitrary: command(
      "block",
      fc.tuple(block, fc.boolean()),
      async ({ services, blocks }, [wanted, displace]) => {
        blocks.push((await createBlock(services, SCHOOL, "key:s", wanted, { displace })).id);
      },
    ),
  },
  command("removeBlock", index, async ({ services, blocks }, which) => {
    const id = blocks[which % Math.max(1, blocks.length)];
    if (id !== undefined) await removeBlock(services, SCHOOL, "key:s", id);
  }),
  command("expire", fc.constant(null), ({ services }) => expireRequests(services)),
  command("import", fc.boolean(), ({ services }, isDivided) =>
    importSchool(services, "system", divided(isDivided)),
  ),
  command("wait", fc.integer({ min: 1, max: 120 }), async ({ services }, hoursPassed) =>
    services.clock.advance(hoursPassed * 3_600_000),
  ),
);

/** Refusals are answers; anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  if (error instanceof CoreError) return true;
  return error instanceof ServerError && error.code !== "INTERNAL";
}

describe("a school's ledger under any sequence of commands", () => {
  it("holds no overlap, loses nothing acknowledged, and has exactly the claims that its bookings say", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 20, maxLength: 60 }), async (commands) => {
        const school = await bookedSchool({ schools: [schoolDefinition, schoolLike("arall")] });
        const world: World = { ...school, bookings: [], blocks: [] };
        const { store, clock: time } = world.services;
        for (const one of commands) {
          await one.run(world).catch((error: unknown) => {
            if (!isRefusal(error)) throw error;
          });
          expect(await checkLedger(store, { now: time.now() })).toEqual([]);
        }
        for (const id of world.bookings) await readBooking(world.services, SCHOOL, id);
        const others = await store.database
          .selectFrom("events")
          .select("type")
          .where("school_id", "=", "arall")
          .execute();
        expect(others).toEqual([{ type: "school.imported" }]);
        await store.close();
      }),
      { numRuns: 20 },
    );
  });

  it("does so as well when commands come at the same time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 20, maxLength: 60 }), async (commands) => {
        const world: World = { ...(await bookedSchool()), bookings: [], blocks: [] };
        for (let first = 0; first < commands.length; first += 10) {
          const outcomes = await Promise.allSettled(
            commands.slice(first, first + 10).map((one) => one.run(world)),
          );
          for (const outcome of outcomes) {
            if (outcome.status === "rejected" && !isRefusal(outcome.reason)) throw outcome.reason;
          }
        }
        const { store, clock: time } = world.services;
        expect(await checkLedger(store, { now: time.now() })).toEqual([]);
        await store.close();
      }),
      { numRuns: 20 },
    );
  });
});
