import { randomUUID } from "node:crypto";
import type { Instant } from "@neuadd/core";
import type { LedgerEventType } from "@neuadd/plugin-kit";
import type { CompiledQuery, Kysely } from "kysely";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import { runKept } from "../store/kept-statement.ts";
import type { StoreSchema } from "../store/schema.ts";
import { insertEvents, type NewEvent } from "./insert-events.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import type { SchoolModel } from "./school-definition.ts";
import { readModel } from "./school-model.ts";
import { schoolUnknown } from "./unknown.ts";

/** A write to the ledger of one school, while it runs. */
export interface Ledger {
  /** The transaction. Everything must be read and written through it: the store's own connection waits for it. */
  readonly database: Kysely<StoreSchema>;
  readonly school: string;
  /** The school's definition as this transaction sees it. */
  readonly model: SchoolModel;
  /** The revision that this write makes. */
  readonly revision: number;
  readonly actor: LedgerActor;
  /** One time for all that the write says and decides. */
  readonly now: Instant;
  /** Adds an entry to the ledger, in the order of the calls. `data` holds ids, dates and codes, nothing personal. */
  emit(type: LedgerEventType, data: NewEvent["data"]): void;
  /**
   * Leaves statements for the end, when they are sent in one piece with the events, in the order of the calls: they wait
   * for nothing on their way, and nothing that they write can be read before.
   */
  writeLast(statements: readonly CompiledQuery[]): void;
}

/**
 * Runs one command against the ledger of a school, as one transaction: it takes the school's next revision (and with it
 * the lock that keeps other writers of this school waiting), lets `work` read, decide and write, adds the events, and
 * commits. Listeners are told after the commit. If `work` throws, nothing has happened, not even the revision.
 *
 * `work` may end without a change by throwing what its second argument makes: the transaction is rolled back, and the
 * result given to it is answered.
 *
 * `work` is run again when the engine undid the transaction or the connection broke, and so must draw the ids of what it
 * makes outside; see `inTransaction`.
 *
 * Throws SCHOOL_UNKNOWN; STORE_UNAVAILABLE, also when the lock was not had before `services.beginWritesBefore`; and a plain
 * Error for a write that tells no event: the ledger would have a gap.
 */
export async function inLedger<Result>(
  services: Services,
  school: string,
  actor: LedgerActor,
  work: (ledger: Ledger, unchanged: (result: Result) => Unchanged) => Promise<Result>,
): Promise<Result> {
  const now = services.clock.now();
  const commandId = randomUUID();
  let answer: { readonly result: Result } | undefined;
  const unchanged = (result: Result): Unchanged => {
    answer = { result };
    return new Unchanged();
  };
  try {
    const { result } = await inTransaction<Lock, Written<Result>>(services.store, {
      lock: (database) => takeRevision(database, school),
      async work(database, { revision, definitionRevision }) {
        checkBegins(services);
        const model = await readModel(services.store, database, school, definitionRevision);
        const events: NewEvent[] = [];
        const emit: Ledger["emit"] = (type, data) => void events.push({ type, data });
        const last: CompiledQuery[] = [];
        const writeLast: Ledger["writeLast"] = (statements) => void last.push(...statements);
        const ledger = { database, school, model, revision, actor, now, emit, writeLast };
        const result = await work(ledger, unchanged);
        checkHasEvents(school, events);
        const entry = { school, revision, actor, at: now, commandId };
        await insertEvents(database, entry, events, last);
        return { result, revision };
      },
      stands: (database, _lock, { revision }) => isCommandOf(database, school, revision, commandId),
    });
    services.announce(school);
    return result;
  } catch (error) {
    if (error instanceof Unchanged && answer !== undefined) return answer.result;
    throw error;
  }
}

interface Lock {
  readonly revision: number;
  readonly definitionRevision: number;
}

interface Written<Result> {
  readonly result: Result;
  readonly revision: number;
}

/** Thrown to roll a transaction back that has nothing to change. */
export class Unchanged extends Error {
  override readonly name = "Unchanged";
}

async function takeRevision(database: Kysely<StoreSchema>, school: string): Promise<Lock> {
  const { rows } = await runKept<Lock>(database, "takeRevision", [1, school], () =>
    database
      .updateTable("schools")
      .set((expression) => ({ revision: expression("revision", "+", 1) }))
      .where("school_id", "=", school)
      .returning(["revision", "definition_revision as definitionRevision"]),
  );
  const [row] = rows;
  if (row === undefined) throw schoolUnknown(school);
  return row;
}

function checkBegins({ clock, beginWritesBefore = Infinity }: Services): void {
  if (clock.now() < beginWritesBefore) return;
  throw new ServerError("STORE_UNAVAILABLE", {
    cy: "Bu eraill yn dal cyfriflyfr yr ysgol yn rhy hir. Rhowch gynnig arall arni'n nes ymlaen.",
    en: "Others held the school's ledger for too long. Try again later.",
  });
}

function checkHasEvents(school: string, events: readonly NewEvent[]): void {
  if (events.length > 0) return;
  throw new Error(
    `A write to the ledger of school "${school}" told no event. Every revision needs one, or its feed has a gap.`,
  );
}

/** Whether it was this very command that made a revision: ids of commands are random, and are written with it. */
export async function isCommandOf(
  database: Kysely<StoreSchema>,
  school: string,
  revision: number,
  commandId: string,
): Promise<boolean> {
  const first = await database
    .selectFrom("events")
    .select("command_id")
    .where("school_id", "=", school)
    .where("revision", "=", revision)
    .where("ordinal", "=", 0)
    .executeTakeFirst();
  return first?.command_id === commandId;
}
