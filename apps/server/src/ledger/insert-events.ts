import type { Instant } from "@neuadd/core";
import type { LedgerEventType } from "@neuadd/plugin-kit";
import type { CompiledQuery, Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import { insertions } from "../store/insertions.ts";
import { runTogether } from "../store/run-together.ts";
import type { LedgerActor } from "./ledger-actor.ts";

export interface NewEvent {
  readonly type: LedgerEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Adds the events of one revision, in order, with what else of it was to be written last. */
export async function insertEvents(
  database: Kysely<StoreSchema>,
  entry: {
    readonly school: string;
    readonly revision: number;
    readonly actor: LedgerActor;
    readonly at: Instant;
    /** What the command finds its own revision by; see `inLedger`. */
    readonly commandId?: string;
  },
  events: readonly NewEvent[],
  writesBefore: readonly CompiledQuery[] = [],
): Promise<void> {
  const rows = events.map(({ type, data }, ordinal) => ({
    school_id: entry.school,
    revision: entry.revision,
    ordinal,
    type,
    at: entry.at,
    actor: entry.actor,
    data: JSON.stringify(data),
    command_id: ordinal === 0 ? (entry.commandId ?? null) : null,
  }));
  const added = insertions(database, "events", rows, (batch) =>
    database.insertInto("events").values(batch),
  );
  await runTogether(database, [...writesBefore, ...added]);
}
