import type { Migration, MigrationProvider } from "kysely/migration";
import { createClaimGuard } from "./migrations/claim-guard.ts";
import { retryDeadLetters } from "./migrations/dead-letter-retries.ts";
import { createDeskSessions } from "./migrations/desk-sessions.ts";
import { createHirerTables } from "./migrations/hirer-tables.ts";
import { createKeyTables } from "./migrations/key-tables.ts";
import { createLedgerTables } from "./migrations/ledger-tables.ts";
import { createListenerTables } from "./migrations/listener-tables.ts";
import { shareWork } from "./migrations/shared-work.ts";
import type { Store } from "./store.ts";

/** The migrations of the server's own tables, in order. Names, once released, never change. */
export function migrationProvider(engine: Store["engine"]): MigrationProvider {
  const migrations: Record<string, Migration> = {
    "0001_hirer_tables": createHirerTables(engine),
    "0002_ledger_tables": createLedgerTables(engine),
    "0003_claim_guard": createClaimGuard(engine),
    "0004_listener_tables": createListenerTables(engine),
    "0005_key_tables": createKeyTables(engine),
    "0006_shared_work": shareWork(engine),
    "0007_dead_letter_retries": retryDeadLetters(engine),
    "0008_desk_sessions": createDeskSessions(engine),
  };
  return { getMigrations: async () => migrations };
}
