import type { Instant, Language } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { EmailTables, LetterState } from "../email-tables.ts";

export type LetterRow = Selectable<EmailTables["email_letters"]>;

/** Which letter, and where it stands among those on its booking. */
export type LetterPlace = Pick<LetterRow, "school" | "letter" | "booking">;

export interface NewLetter {
  readonly school: string;
  /** Names the letter within the school: of two that are queued under one name, the first is sent. */
  readonly letter: string;
  readonly hirer: string;
  /** The booking that it is on, and the revision of the ledger at which it became due: such letters go out in its order. */
  readonly about?: { readonly booking: string; readonly revision: number };
  readonly kind: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: string; readonly text: string };
}

export async function hasLetter(
  tables: Kysely<EmailTables>,
  school: string,
  letter: string,
): Promise<boolean> {
  const row = await tables
    .selectFrom("email_letters")
    .select("letter")
    .where("school", "=", school)
    .where("letter", "=", letter)
    .executeTakeFirst();
  return row !== undefined;
}

export async function queueLetter(
  tables: Kysely<EmailTables>,
  { calendar, about, ...letter }: NewLetter,
  now: Instant,
): Promise<void> {
  await tables
    .insertInto("email_letters")
    .values({
      ...letter,
      booking: about?.booking ?? null,
      revision: about?.revision ?? 0,
      calendar: calendar?.text ?? null,
      calendar_method: calendar?.method ?? null,
      state: "queued",
      attempts: 0,
      next_at: now,
      taken_until: 0,
      resends: 0,
      queued_at: now,
      sent_at: null,
      outcome: null,
    })
    .onConflict((conflict) => conflict.columns(["school", "letter"]).doNothing())
    .execute();
}

/** Letters whose turn it is, those queued first in front. */
export async function dueLetters(
  tables: Kysely<EmailTables>,
  now: Instant,
  limit: number,
): Promise<LetterPlace[]> {
  return tables
    .selectFrom("email_letters")
    .select(["school", "letter", "booking"])
    .where("state", "=", "queued")
    .where("next_at", "<=", now)
    .where("taken_until", "<=", now)
    .orderBy("queued_at")
    .orderBy("letter")
    .limit(limit)
    .execute();
}

/**
 * Takes for one try the letter that is due, or the earliest on the same booking that still waits, due or not: no letter goes
 * out before one that it has overtaken. Nobody else has it until `until`; after that it is free again, should this process
 * have died. Undefined when it is not the turn of what was due any more, or another sends the earlier one.
 */
export async function takeFirst(
  tables: Kysely<EmailTables>,
  due: LetterPlace,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<LetterRow | undefined> {
  const waiting = await waitingWith(tables, due);
  const own = waiting.find(({ letter }) => letter === due.letter);
  const [first] = waiting;
  if (own === undefined || first === undefined || Number(own.next_at) > now) return undefined;
  return tables
    .updateTable("email_letters")
    .set((set) => ({ attempts: set("attempts", "+", 1), taken_until: until }))
    .where("school", "=", due.school)
    .where("letter", "=", first.letter)
    .where("state", "=", "queued")
    .where("taken_until", "<=", now)
    .returningAll()
    .executeTakeFirst();
}

/** Letters on the same booking that wait, in the order in which they go out; a letter on none is alone. */
function waitingWith(
  tables: Kysely<EmailTables>,
  { school, letter, booking }: LetterPlace,
): Promise<Pick<LetterRow, "letter" | "next_at">[]> {
  const waiting = tables
    .selectFrom("email_letters")
    .select(["letter", "next_at"])
    .where("school", "=", school)
    .where("state", "=", "queued");
  if (booking === null) return waiting.where("letter", "=", letter).execute();
  return waiting.where("booking", "=", booking).orderBy("revision").orderBy("letter").execute();
}

/** What was in it is forgotten: who was written to of what, and when, is what stays. */
export async function markSent(
  tables: Kysely<EmailTables>,
  { school, letter }: Pick<LetterRow, "school" | "letter">,
  now: Instant,
): Promise<void> {
  await tables
    .updateTable("email_letters")
    .set({
      state: "sent",
      sent_at: now,
      outcome: null,
      subject: "",
      text: "",
      html: "",
      calendar: null,
    })
    .where("school", "=", school)
    .where("letter", "=", letter)
    .execute();
}

/** Those on the same booking that wait behind it wait for its next try, for the same reason. */
export async function markFailed(
  tables: Kysely<EmailTables>,
  { school, letter, booking }: LetterPlace,
  { state, nextAt, outcome }: FailedTry,
): Promise<void> {
  await tables
    .updateTable("email_letters")
    .set({ state, next_at: nextAt, outcome, taken_until: 0 })
    .where("school", "=", school)
    .where("letter", "=", letter)
    .execute();
  if (state !== "queued" || booking === null) return;
  await tables
    .updateTable("email_letters")
    .set({ next_at: nextAt, outcome })
    .where("school", "=", school)
    .where("booking", "=", booking)
    .where("state", "=", "queued")
    .where("next_at", "<", nextAt)
    .execute();
}

export interface FailedTry {
  readonly state: LetterState;
  readonly nextAt: Instant;
  readonly outcome: string;
}

/** Undefined if there is none of that name. */
export async function readLetter(
  tables: Kysely<EmailTables>,
  school: string,
  letter: string,
): Promise<LetterRow | undefined> {
  return tables
    .selectFrom("email_letters")
    .selectAll()
    .where("school", "=", school)
    .where("letter", "=", letter)
    .executeTakeFirst();
}

/** Whether a later letter on the same booking has gone out, or was given up: it tells how things stand. */
export async function isOvertaken(
  tables: Kysely<EmailTables>,
  { school, booking, revision }: LetterRow,
): Promise<boolean> {
  if (booking === null) return false;
  const later = await tables
    .selectFrom("email_letters")
    .select("letter")
    .where("school", "=", school)
    .where("booking", "=", booking)
    .where("revision", ">", revision)
    .where("state", "!=", "queued")
    .executeTakeFirst();
  return later !== undefined;
}

/** Has a letter sent again that does not wait, with what is in it now; false if it waits by now. */
export async function requeueLetter(
  tables: Kysely<EmailTables>,
  { school, letter }: LetterRow,
  content: Pick<
    LetterRow,
    "language" | "subject" | "text" | "html" | "calendar" | "calendar_method"
  >,
  now: Instant,
): Promise<boolean> {
  const rows = await tables
    .updateTable("email_letters")
    .set((set) => ({ ...content, ...queuedAgain(now), resends: set("resends", "+", 1) }))
    .where("school", "=", school)
    .where("letter", "=", letter)
    .where("state", "!=", "queued")
    .returning("letter")
    .execute();
  return rows.length > 0;
}

/**
 * Has all letters of a school sent again that were refused or given up, but those that a later letter on the same booking
 * has overtaken.
 */
export async function requeueAll(
  tables: Kysely<EmailTables>,
  school: string,
  now: Instant,
): Promise<Requeued> {
  const rows = await tables
    .updateTable("email_letters")
    .set((set) => ({ ...queuedAgain(now), resends: set("resends", "+", 1) }))
    .where("school", "=", school)
    .where("state", "in", ["refused", "undelivered"])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("email_letters as later")
            .select("later.letter")
            .whereRef("later.school", "=", "email_letters.school")
            .whereRef("later.booking", "=", "email_letters.booking")
            .whereRef("later.revision", ">", "email_letters.revision")
            .where("later.state", "=", "sent"),
        ),
      ),
    )
    .returning("letter")
    .execute();
  const { left } = await tables
    .selectFrom("email_letters")
    .select((select) => select.fn.countAll<number | string>().as("left"))
    .where("school", "=", school)
    .where("state", "in", ["refused", "undelivered"])
    .executeTakeFirstOrThrow();
  return { queued: rows.length, left: Number(left) };
}

export interface Requeued {
  /** How many letters go out again. */
  readonly queued: number;
  /** How many do not. */
  readonly left: number;
}

function queuedAgain(now: Instant) {
  return {
    state: "queued",
    attempts: 0,
    next_at: now,
    taken_until: 0,
    queued_at: now,
    sent_at: null,
  } as const;
}

/** How many letters in one of these states each school has; one without any is left out. */
export async function countLetters(
  tables: Kysely<EmailTables>,
  states: readonly LetterState[],
): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom("email_letters")
    .select((select) => ["school", select.fn.countAll<number | string>().as("count")])
    .where("state", "in", states)
    .groupBy("school")
    .execute();
  return new Map(rows.map(({ school, count }) => [school, Number(count)]));
}

/** The letters of a school, the newest first, without what is in them. */
export async function listLetters(
  tables: Kysely<EmailTables>,
  school: string,
  { state, limit }: { readonly state?: LetterState | undefined; readonly limit: number },
) {
  let query = tables
    .selectFrom("email_letters")
    .select(["letter", "hirer", "kind", "language", "state", "attempts", "outcome"])
    .select(["queued_at", "sent_at"])
    .where("school", "=", school);
  if (state !== undefined) query = query.where("state", "=", state);
  return query.orderBy("queued_at", "desc").orderBy("letter").limit(limit).execute();
}
