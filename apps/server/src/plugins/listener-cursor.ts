import type { Instant } from "@neuadd/core";
import type { LedgerEvent } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { runKept } from "../store/kept-statement.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { withoutFlush } from "../store/without-flush.ts";

/** How far one listener has read the ledger of one school. */
export interface ListenerCursor {
  /** The last entry that is done with. */
  readonly revision: number;
  readonly ordinal: number;
  /** Failures in a row of the entry after it, and when it may be tried again. */
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
}

/** The right to deliver, which runs out by itself should its holder die. */
export interface Lease {
  /** Names one process. */
  readonly holder: string;
  /** The host's clock, which processes agree on: that of a demonstration starts anew with each. */
  readonly now: Instant;
  readonly leaseMs: number;
}

/** Beyond every entry of a revision. */
export const LAST_ORDINAL = 2_147_483_647;

/**
 * Lets a listener that this store has never known start with the present revision of every school.
 * One that it knows keeps its place, and reads schools that came since from their beginning.
 */
export async function enrolListener({ database }: Store, listener: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom("listener_cursors")
      .select("listener_id")
      .where("listener_id", "=", listener)
      .limit(1)
      .executeTakeFirst();
    if (known) return;
    const schools = await transaction
      .selectFrom("schools")
      .select(["school_id", "revision"])
      // Another process may enrol the same listener: in one order, neither waits for the other in a circle.
      .orderBy("school_id")
      .execute();
    for (const { school_id, revision } of schools) {
      await transaction
        .insertInto("listener_cursors")
        .values({
          school_id,
          listener_id: listener,
          revision,
          ordinal: LAST_ORDINAL,
          attempts: 0,
          next_attempt_at: 0,
          lease_holder: null,
          lease_until: 0,
        })
        .onConflict((conflict) => conflict.columns(["school_id", "listener_id"]).doNothing())
        .execute();
    }
  });
}

/** Whether two stand behind the same entry. */
export function isSamePlace(one: ListenerCursor, other: ListenerCursor): boolean {
  return one.revision === other.revision && one.ordinal === other.ordinal;
}

/** The cursor; one at the beginning is made for a school that the listener has not met. */
export async function readCursor(
  { database }: Store,
  listener: string,
  school: string,
): Promise<ListenerCursor> {
  const { rows } = await runKept<ListenerCursor>(database, "readCursor", [school, listener], () =>
    database
      .selectFrom("listener_cursors")
      .select(["revision", "ordinal", "attempts", "next_attempt_at as nextAttemptAt"])
      .where("school_id", "=", school)
      .where("listener_id", "=", listener),
  );
  const [known] = rows;
  if (known !== undefined) return known;
  const start = { revision: 0, ordinal: 0, attempts: 0, next_attempt_at: 0 };
  const free = { lease_holder: null, lease_until: 0 };
  await database
    .insertInto("listener_cursors")
    .values({ school_id: school, listener_id: listener, ...start, ...free })
    .onConflict((conflict) => conflict.columns(["school_id", "listener_id"]).doNothing())
    .execute();
  return { revision: 0, ordinal: 0, attempts: 0, nextAttemptAt: 0 };
}

/**
 * Keeps other processes from delivering to a listener at a school, and answers the cursor as it then stands; undefined
 * when another process does so already. Of several that try, the database lets one through.
 */
export async function takeCursor(
  store: Store,
  listener: string,
  school: string,
  { holder, now, leaseMs }: Lease,
): Promise<ListenerCursor | undefined> {
  const until = now + leaseMs;
  const farthest = now + 2 * leaseMs;
  const parameters = [holder, until, school, listener, holder, now, farthest];
  const { rows } = await withoutFlush(store, (database) =>
    runKept<ListenerCursor>(database, "takeCursor", parameters, () =>
      database
        .updateTable("listener_cursors")
        .set({ lease_holder: holder, lease_until: until })
        .where("school_id", "=", school)
        .where("listener_id", "=", listener)
        .where((where) =>
          where.or([
            where("lease_holder", "is", null),
            // It could not be given back: the database was gone.
            where("lease_holder", "=", holder),
            where("lease_until", "<=", now),
            // Nobody takes it for so long: the clock of whoever did was wrong.
            where("lease_until", ">", farthest),
          ]),
        )
        .returning(["revision", "ordinal", "attempts", "next_attempt_at as nextAttemptAt"]),
    ),
  );
  return rows[0];
}

/**
 * For how long another process has the cursor still, if it does not renew its lease: never longer than a lease of one's
 * own, whatever its clock said.
 */
export async function heldForMs(
  { database }: Store,
  listener: string,
  school: string,
  { now, leaseMs }: Lease,
): Promise<number> {
  const row = await database
    .selectFrom("listener_cursors")
    .select("lease_until")
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .executeTakeFirst();
  return Math.min(Math.max(0, (row?.lease_until ?? 0) - now), leaseMs);
}

/**
 * Moves the cursor behind an entry, and renews the lease. False: the lease ran out, and another process goes on. Should the
 * machine stop before the disk has it, the listener is told of the entry once more.
 */
export async function passEvent(
  store: Store,
  listener: string,
  event: LedgerEvent,
  lease: Lease,
): Promise<boolean> {
  return withoutFlush(store, (database) => moveCursor(database, listener, event, lease));
}

/** The same of the last entry that there was; other processes may deliver again. */
export async function passLastEvent(
  store: Store,
  listener: string,
  { school, revision, ordinal }: LedgerEvent,
  { holder }: Pick<Lease, "holder">,
): Promise<boolean> {
  const parameters = [revision, ordinal, 0, 0, null, 0, school, listener, holder];
  const { numAffectedRows = 0n } = await withoutFlush(store, (database) =>
    runKept(database, "passLastEvent", parameters, () =>
      database
        .updateTable("listener_cursors")
        .set({ revision, ordinal, attempts: 0, next_attempt_at: 0 })
        .set({ lease_holder: null, lease_until: 0 })
        .where("school_id", "=", school)
        .where("listener_id", "=", listener)
        .where("lease_holder", "=", holder),
    ),
  );
  return numAffectedRows > 0n;
}

async function moveCursor(
  database: Kysely<StoreSchema>,
  listener: string,
  { school, revision, ordinal }: LedgerEvent,
  { holder, now, leaseMs }: Lease,
): Promise<boolean> {
  const parameters = [revision, ordinal, 0, 0, now + leaseMs, school, listener, holder];
  const { numAffectedRows = 0n } = await runKept(database, "moveCursor", parameters, () =>
    database
      .updateTable("listener_cursors")
      .set({ revision, ordinal, attempts: 0, next_attempt_at: 0, lease_until: now + leaseMs })
      .where("school_id", "=", school)
      .where("listener_id", "=", listener)
      .where("lease_holder", "=", holder),
  );
  return numAffectedRows > 0n;
}

/** Notes that the entry after the cursor failed once more. */
export async function noteFailure(
  { database }: Store,
  listener: string,
  school: string,
  failure: { readonly attempts: number; readonly nextAttemptAt: Instant },
  { holder }: Lease,
): Promise<void> {
  await database
    .updateTable("listener_cursors")
    .set({ attempts: failure.attempts, next_attempt_at: failure.nextAttemptAt })
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .where("lease_holder", "=", holder)
    .execute();
}

/** Gives an entry up: keeps it as a dead letter, with the error, and moves on. False as `passEvent` does. */
export async function buryEvent(
  { database }: Store,
  listener: string,
  event: LedgerEvent,
  failure: { readonly error: string; readonly failedAt: Instant },
  lease: Lease,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (!(await moveCursor(transaction, listener, event, lease))) return false;
    await transaction
      .insertInto("dead_letters")
      .values({
        school_id: event.school,
        listener_id: listener,
        revision: event.revision,
        ordinal: event.ordinal,
        error: failure.error,
        failed_at: failure.failedAt,
      })
      .onConflict((conflict) =>
        conflict.columns(["school_id", "listener_id", "revision", "ordinal"]).doNothing(),
      )
      .execute();
    return true;
  });
}

/** Keeps the lease for another while. False: it ran out, and another process goes on. */
export async function renewLease(
  { database }: Store,
  listener: string,
  school: string,
  { holder, now, leaseMs }: Lease,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable("listener_cursors")
    .set({ lease_until: now + leaseMs })
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .where("lease_holder", "=", holder)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Lets other processes deliver again. */
export async function leaveCursor(
  store: Store,
  listener: string,
  school: string,
  { holder }: Pick<Lease, "holder">,
): Promise<void> {
  await withoutFlush(store, (database) =>
    runKept(database, "leaveCursor", [null, 0, school, listener, holder], () =>
      database
        .updateTable("listener_cursors")
        .set({ lease_holder: null, lease_until: 0 })
        .where("school_id", "=", school)
        .where("listener_id", "=", listener)
        .where("lease_holder", "=", holder),
    ),
  );
}
