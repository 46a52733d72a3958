import type { Instant } from "@neuadd/core";
import type { LedgerEvent, LedgerEventType } from "@neuadd/plugin-kit";
import type { Store } from "../store/store.ts";

/** An entry that a listener could not take, however often it was handed over. */
export interface DeadLetter {
  readonly school: string;
  readonly listener: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly type: LedgerEventType;
  /** What the listener said when it failed for the last time. */
  readonly error: string;
  readonly failedAt: Instant;
  /** Set when it is to be handed over again, and has not been yet. */
  readonly wantedAt?: Instant;
}

/** Which of them; without anything, all. */
export interface DeadLetterFilter {
  readonly school?: string;
  readonly listener?: string;
}

/** By school, then by listener, the oldest entry first. */
export async function listDeadLetters(
  { database }: Store,
  { school, listener }: DeadLetterFilter,
): Promise<DeadLetter[]> {
  let query = database
    .selectFrom("dead_letters as letter")
    .innerJoin("events as event", (join) =>
      join
        .onRef("event.school_id", "=", "letter.school_id")
        .onRef("event.revision", "=", "letter.revision")
        .onRef("event.ordinal", "=", "letter.ordinal"),
    )
    .select([
      "letter.school_id as school",
      "letter.listener_id as listener",
      "letter.revision",
      "letter.ordinal",
      "event.type",
      "letter.error",
      "letter.failed_at as failedAt",
      "letter.wanted_at as wantedAt",
    ])
    .orderBy("letter.school_id")
    .orderBy("letter.listener_id")
    .orderBy("letter.revision")
    .orderBy("letter.ordinal");
  if (school !== undefined) query = query.where("letter.school_id", "=", school);
  if (listener !== undefined) query = query.where("letter.listener_id", "=", listener);
  const rows = await query.execute();
  return rows.map(({ wantedAt, ...letter }) => ({
    ...letter,
    ...(wantedAt !== null && { wantedAt }),
  }));
}

/** Asks for them to be handed over again, and answers how many. A server that runs sees it at its next look. */
export async function wantDeadLetters(
  { database }: Store,
  { school, listener }: DeadLetterFilter,
  now: Instant,
): Promise<number> {
  let schools = database.selectFrom("dead_letters").select("school_id").distinct();
  if (school !== undefined) schools = schools.where("school_id", "=", school);
  let count = 0;
  for (const { school_id } of await schools.execute()) {
    let update = database
      .updateTable("dead_letters")
      .set({ wanted_at: now })
      .where("school_id", "=", school_id);
    if (listener !== undefined) update = update.where("listener_id", "=", listener);
    count += Number((await update.executeTakeFirstOrThrow()).numUpdatedRows);
  }
  return count;
}

/** The schools of which a listener is to be handed dead letters again. */
export async function schoolsWithWantedLetters(
  { database }: Store,
  listener: string,
): Promise<string[]> {
  const rows = await database
    .selectFrom("dead_letters")
    .select("school_id")
    .distinct()
    .where("listener_id", "=", listener)
    .where("wanted_at", "is not", null)
    .execute();
  return rows.map(({ school_id }) => school_id);
}

/** The oldest entry that is to be handed over to a listener again. */
export async function nextWantedLetter(
  { database }: Store,
  listener: string,
  school: string,
): Promise<LedgerEvent | undefined> {
  const row = await database
    .selectFrom("dead_letters as letter")
    .innerJoin("events as event", (join) =>
      join
        .onRef("event.school_id", "=", "letter.school_id")
        .onRef("event.revision", "=", "letter.revision")
        .onRef("event.ordinal", "=", "letter.ordinal"),
    )
    .select([
      "event.revision",
      "event.ordinal",
      "event.type",
      "event.at",
      "event.actor",
      "event.data",
    ])
    .where("letter.school_id", "=", school)
    .where("letter.listener_id", "=", listener)
    .where("letter.wanted_at", "is not", null)
    .orderBy("letter.revision")
    .orderBy("letter.ordinal")
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, school, data: JSON.parse(row.data) as LedgerEvent["data"] };
}

/** Forgets a dead letter: the listener has taken the entry after all. */
export async function forgetDeadLetter(
  { database }: Store,
  listener: string,
  { school, revision, ordinal }: LedgerEvent,
): Promise<void> {
  await database
    .deleteFrom("dead_letters")
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .where("revision", "=", revision)
    .where("ordinal", "=", ordinal)
    .execute();
}

/** Keeps a dead letter that failed once more, until somebody asks for it again. */
export async function keepDeadLetter(
  { database }: Store,
  listener: string,
  { school, revision, ordinal }: LedgerEvent,
  failure: { readonly error: string; readonly failedAt: Instant },
): Promise<void> {
  await database
    .updateTable("dead_letters")
    .set({ error: failure.error, failed_at: failure.failedAt, wanted_at: null })
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .where("revision", "=", revision)
    .where("ordinal", "=", ordinal)
    .execute();
}
