import type { StoreSchema } from "../store/schema.ts";

/** The server's own tables; a record, so that the type checker notices one that is missing. */
const CORE_TABLES: Readonly<Record<keyof StoreSchema, true>> = {
  schools: true,
  school_definitions: true,
  series: true,
  occurrences: true,
  claims: true,
  blocks: true,
  events: true,
  listener_cursors: true,
  dead_letters: true,
  hirers: true,
  hirer_schools: true,
  api_keys: true,
  idempotency_keys: true,
  job_runs: true,
  desk_sessions: true,
};

/** Beginnings of names: the host's notes of which migrations ran, Kysely's, and the engines'. */
const RESERVED_BEGINNINGS = ["plugin_migrations_", "plugin_locks_", "kysely_", "sqlite_", "pg_"];

/** A name of the server's that a plugin's prefix would let it reach, if there is one. */
export function reservedName(prefix: string): string | undefined {
  return (
    Object.keys(CORE_TABLES).find((table) => table.startsWith(prefix)) ??
    RESERVED_BEGINNINGS.find((name) => name.startsWith(prefix) || prefix.startsWith(name))
  );
}
