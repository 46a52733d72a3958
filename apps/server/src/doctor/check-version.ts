import { laterMigrations, pendingMigrations } from "../store/migrate-store.ts";
import type { Store } from "../store/store.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";

/**
 * Whether the server's own tables are of the present version: with any finding, nothing else can be told from them. Throws
 * what the store throws that can't be reached.
 */
export async function checkVersion({ engine, database }: Store): Promise<Finding[]> {
  try {
    const later = await laterMigrations(engine, database);
    if (later.length > 0) return gathered(later.map(sightingOf("STORE_LATER")));
    const pending = await pendingMigrations(engine, database);
    return gathered(pending.map(sightingOf("MIGRATIONS_PENDING")));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return gathered([{ code: "STORE_DAMAGED", place: error.message }]);
  }
}

function sightingOf(code: Sighting["code"]): (place: string) => Sighting {
  return (place) => ({ code, place });
}

/** What SQLite says of a file that is no database, or is one no more. */
function isUnreadable(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^SQLITE_(?:NOTADB|CORRUPT)/.test(error.code)
  );
}
