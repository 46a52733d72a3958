import type { Instant, Language } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { EmailTables, LetterState } from "../email-tables.ts";

export type LetterRow = Selectable<EmailTables["email_letters"]>;

export interface NewLetter {
  readonly school: string;
  /** Names the letter within the school: of two that are queued under one name, the first is sent. */
  readonly letter: string;
  readonly hirer: string;
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
  { calendar, ...letter }: NewLetter,
  now: Instant,
): Promise<void> {
  await tables
    .insertInto("email_letters")
    .values({
      ...letter,
      calendar: calendar?.text ?? null,
      calendar_method: calendar?.method ?? null,
      state: "queued",
      attempts: 0,
      next_at: now,
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
): Promise<Pick<LetterRow, "school" | "letter">[]> {
  return tables
    .selectFrom("email_letters")
    .select(["school", "letter"])
    .where("state", "=", "queued")
    .where("next_at", "<=", now)
    .orderBy("queued_at")
    .orderBy("letter")
    .limit(limit)
    .execute();
}

/**
 * Takes a letter for one try: nobody else has it until `until`, and after that it is free again, should this process have died.
 * Undefined when it is not its turn, or another was quicker.
 */
export async function takeLetter(
  tables: Kysely<EmailTables>,
  { school, letter }: Pick<LetterRow, "school" | "letter">,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<LetterRow | undefined> {
  return tables
    .updateTable("email_letters")
    .set((set) => ({ attempts: set("attempts", "+", 1), next_at: until }))
    .where("school", "=", school)
    .where("letter", "=", letter)
    .where("state", "=", "queued")
    .where("next_at", "<=", now)
    .returningAll()
    .executeTakeFirst();
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

export async function markFailed(
  tables: Kysely<EmailTables>,
  { school, letter }: Pick<LetterRow, "school" | "letter">,
  failed: { readonly state: LetterState; readonly nextAt: Instant; readonly outcome: string },
): Promise<void> {
  await tables
    .updateTable("email_letters")
    .set({ state: failed.state, next_at: failed.nextAt, outcome: failed.outcome })
    .where("school", "=", school)
    .where("letter", "=", letter)
    .execute();
}

/** Has a letter sent again that was given up; false if there is none of that name, or it was not given up. */
export async function requeueLetter(
  tables: Kysely<EmailTables>,
  { school, letter }: Pick<LetterRow, "school" | "letter">,
  now: Instant,
): Promise<boolean> {
  const rows = await tables
    .updateTable("email_letters")
    .set({ state: "queued", next_at: now, queued_at: now, attempts: 0 })
    .where("school", "=", school)
    .where("letter", "=", letter)
    .where("state", "in", ["refused", "undelivered"])
    .returning("letter")
    .execute();
  return rows.length > 0;
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
