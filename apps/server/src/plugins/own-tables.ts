import { ownTables as fencedTables } from "@neuadd/plugin-kit/host";
import type { Kysely } from "kysely";
import type { Schedule } from "../schedule.ts";
import type { StoreSchema } from "../store/schema.ts";
import { PluginError } from "./plugin-error.ts";

export interface OwnTablesOptions {
  readonly schedule: Schedule;
  /** A transaction of a plugin is rolled back after this time, since bookings may have to wait for it. */
  readonly transactionLimitMs: number;
  /** Refuses whatever would change something. */
  readonly isReadOnly?: true;
}

/**
 * A query builder on the store that refuses every table but the plugin's own, by the fence that plugin-kit
 * has for every host, with PluginError TABLE_NOT_OWN, RAW_SQL_REFUSED, WRITE_REFUSED and TRANSACTION_TOO_LONG.
 */
export function ownTables<Tables extends object>(
  database: Kysely<StoreSchema>,
  plugin: string,
  options: OwnTablesOptions,
): Kysely<Tables> {
  return fencedTables<Tables, StoreSchema>(database, plugin, {
    ...options,
    fault: (code, ...facts) => new PluginError(code, ...facts),
  });
}
