import { sql } from "kysely";
import { expect, it } from "vitest";
import { cancelOccurrence } from "../src/ledger/cancel-occurrence.ts";
import { createBlock } from "../src/ledger/create-block.ts";
import { bookedSchool } from "./fixtures/booked-school.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import type { TestServicesOptions } from "./fixtures/make-services.ts";
import { TEST_ENGINE } from "./fixtures/open-test-store.ts";
import { replayEvents } from "./fixtures/replay-events.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { takeSchema } from "./postgres/postgres-schema.ts";

/** A school with an approved booking, a waiting one, a cancelled date and a block. */
async function busySchool(options: TestServicesOptions = {}) {
  const school = await bookedSchool(options);
  const { services, approved, request } = school;
  const { id } = await approved();
  await request({ space: "sports-hall-b" });
  await cancelOccurrence(services, SCHOOL, "key:key_h", id, "2026-09-15", { by: "hirer" });
  const block = { space: "main-hall", kind: "examination", first: "2026-09-14" } as const;
  await createBlock(services, SCHOOL, "key:key_s", block, { displace: false });
  return school;
}

async function faultsOf({ services: { store } }: Awaited<ReturnType<typeof busySchool>>) {
  return [...(await checkLedger(store)), ...(await replayEvents(store, SCHOOL))];
}

it("finds nothing wrong with a school that nobody has tampered with", async () => {
  expect(await faultsOf(await busySchool())).toEqual([]);
});

it.each([
  [
    "a claim that is gone",
    "delete from claims where kind = 'booking' and local_date = '2026-09-22'",
  ],
  ["a claim that is shorter than its date", "update claims set ends_at = ends_at - 60000"],
  ["a claim of a date that is cancelled", "update occurrences set status = 'cancelled'"],
  ["a booking that was approved without an event", "update series set status = 'approved'"],
  ["a booking that ended without an event", "update series set status = 'expired'"],
  ["a revision without events", "update schools set revision = revision + 1"],
  ["an event that is gone", "delete from events where revision = 3"],
  ["an event with a title", `update events set data = '{"title":"Badminton"}' where revision = 2`],
  ["a block that is gone", "update blocks set removed_at = 1"],
  [
    "a date that moved and left its claim behind",
    "update occurrences set starts_at = starts_at - 60000 where status = 'confirmed'",
  ],
])("finds %s", async (_what, statement) => {
  const school = await busySchool();
  await sql.raw(statement).execute(school.services.store.database);
  expect(await faultsOf(school)).not.toEqual([]);
});

it("finds two claims that overlap, should the store ever have let them in", async () => {
  // Not a schema that other tests use again: its tables won't be what they were.
  const fresh = TEST_ENGINE === "postgres" ? await takeSchema({ isFresh: true }) : undefined;
  const school = await busySchool(fresh && { store: fresh.open() });
  const { store } = school.services;
  if (store.engine === "postgres") {
    await sql`alter table claims drop constraint claims_never_overlap`.execute(store.database);
  } else {
    await sql`drop trigger claims_never_overlap_on_insert`.execute(store.database);
  }
  await sql`
    insert into claims (school_id, leaf_id, starts_at, ends_at, kind, owner_id, local_date)
    select school_id, leaf_id, starts_at + 60000, ends_at, kind, 'bok_other', local_date
    from claims where kind = 'booking'`.execute(store.database);
  expect((await faultsOf(school)).join("\n")).toContain("overlaps");
});
