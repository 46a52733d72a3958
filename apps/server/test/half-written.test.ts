import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { amendBooking } from "../src/ledger/amend-booking.ts";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { cancelOccurrence } from "../src/ledger/cancel-occurrence.ts";
import { createBlock } from "../src/ledger/create-block.ts";
import { cancelBooking } from "../src/ledger/end-booking.ts";
import { expireRequests } from "../src/ledger/expire-requests.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { removeBlock } from "../src/ledger/remove-block.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import type { Store } from "../src/store/store.ts";
import { bookedSchool, type BookedSchool } from "./fixtures/booked-school.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { failingStore, PLANTED } from "./fixtures/failing-store.ts";
import { SCHOOL, schoolDefinition, schoolLike, START } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

/** Sets a school up, and answers the command to be disturbed. */
type Scene = (school: BookedSchool) => Promise<() => Promise<unknown>>;

const examinations = {
  space: "sports-hall",
  kind: "examination",
  first: "2026-09-14",
  last: "2026-09-25",
} as const;

const scenes: Record<string, Scene> = {
  "a request": async ({ services, hirer }) => {
    return () => requestBooking(services, SCHOOL, "key:key_h", tuesdays(hirer));
  },
  "an approval": async ({ services, request }) => {
    const { id, revision } = await request();
    return () => approveBooking(services, SCHOOL, "key:key_s", id, { revision });
  },
  "a cancellation": async ({ services, approved }) => {
    const { id, revision } = await approved();
    return () => cancelBooking(services, SCHOOL, "key:key_h", id, { revision, by: "hirer" });
  },
  "the cancellation of a last date": async ({ services, approved }) => {
    const { id } = await approved({ recurrence: { rule: "FREQ=WEEKLY", count: 1 } });
    const date = "2026-09-08";
    return () => cancelOccurrence(services, SCHOOL, "key:key_h", id, date, { by: "hirer" });
  },
  "an amendment": async ({ services, approved }) => {
    const { id, revision } = await approved();
    const change = { scope: "all", space: "sports-hall-b", startTime: "18:30" } as const;
    const options = { revision, by: "school" } as const;
    return () => amendBooking(services, SCHOOL, "key:key_s", id, change, options);
  },
  "a block that displaces": async ({ services, approved, request }) => {
    await approved();
    await request({ space: "sports-hall-b" });
    return () => createBlock(services, SCHOOL, "key:key_s", examinations, { displace: true });
  },
  "the removal of a block": async ({ services }) => {
    const { id } = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: false,
    });
    return () => removeBlock(services, SCHOOL, "key:key_s", id);
  },
  "lapsing requests": async ({ services, request }) => {
    await request();
    await request({ space: "sports-hall-b" });
    services.clock.set(START + 30 * 86_400_000);
    return () => expireRequests(services);
  },
  "the import of a new school": async ({ services }) => {
    return () => importSchool(services, "system", schoolLike("arall"));
  },
  "an import that moves claims": async ({ services, approved }) => {
    await approved();
    const premises = schoolDefinition.premises.map((site) => ({
      ...site,
      spaces: site.spaces.filter(({ parent }) => parent !== "sports-hall-a"),
    }));
    return () => importSchool(services, "system", { ...schoolDefinition, premises });
  },
};

async function everyRow({ database }: Store): Promise<Record<string, unknown[]>> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(
    database,
  );
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables.rows) {
    rows[name] = (await sql`select * from ${sql.table(name)}`.execute(database)).rows;
  }
  return rows;
}

describe("a command of which any statement fails", () => {
  it.each(
    Object.entries(scenes).flatMap(([name, scene]) => [
      { name, scene, isAfterEffect: false, when: "before it takes effect" },
      { name, scene, isAfterEffect: true, when: "after it has taken effect" },
    ]),
  )("leaves nothing half written: $name, $when", async ({ scene, isAfterEffect }) => {
    const { store, plan } = failingStore();
    const school = await bookedSchool({ store });
    const command = await scene(school);
    const before = await everyRow(store);
    school.services.announced.length = 0;
    let failures = 0;
    for (;;) {
      Object.assign(plan, { statements: 0, failAt: failures + 1, isAfterEffect });
      const outcome = await command().then(
        () => "done",
        (error: unknown) => error,
      );
      plan.failAt = 0;
      if (outcome === "done") break;
      expect(outcome).toMatchObject({ message: PLANTED });
      expect(await everyRow(store)).toEqual(before);
      expect(school.services.announced).toEqual([]);
      failures += 1;
    }
    expect(failures).toBeGreaterThanOrEqual(5);
    expect(school.services.announced).toHaveLength(1);
    expect(await everyRow(store)).not.toEqual(before);
    expect(await checkLedger(store)).toEqual([]);
    await store.close();
  });
});
