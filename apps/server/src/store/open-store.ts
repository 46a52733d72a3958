import type { StoreSetting } from "../config/store-setting.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

/** Opens the store that is configured. The driver of PostgreSQL is loaded only where it is used. */
export async function openStore(setting: StoreSetting): Promise<Store> {
  if (setting.sqlite !== undefined) return openSqliteStore({ file: setting.sqlite });
  const { openPostgresStore } = await import("./postgres.ts");
  const { postgres: url, connections } = setting;
  return openPostgresStore({ url, ...(connections !== undefined && { poolSize: connections }) });
}
