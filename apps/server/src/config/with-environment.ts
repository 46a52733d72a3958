import { join } from "node:path";
import type { Plugin } from "@neuadd/plugin-kit";
import { ConfigError } from "./config-error.ts";
import { isClock } from "./config-schema.ts";
import type { Config } from "./config.ts";
import { DATABASE_FILE } from "./resolve-config.ts";
import { isPostgresUrl } from "./store-setting.ts";

/**
 * The configuration with what the environment says in place of its own: `PORT`, `DATABASE_URL` (of a
 * PostgreSQL database), `NEUADD_DATA` (a directory for SQLite; relative to the working directory; without
 * effect on the store when `DATABASE_URL` is set) and `NEUADD_CLOCK`. Variables that are empty count as
 * absent.
 *
 * @throws ConfigError PORT_INVALID, CLOCK_INVALID, and STORE_UNSUPPORTED when `DATABASE_URL` names another
 * kind of database: it would be worse to start on an empty SQLite file in its place
 */
export function withEnvironment<Plugins extends readonly Plugin[]>(
  config: Config<Plugins>,
  environment: Readonly<Record<string, string | undefined>>,
): Config<Plugins> {
  const { PORT, NEUADD_DATA, NEUADD_CLOCK, DATABASE_URL } = environment;
  if (DATABASE_URL && !isPostgresUrl(DATABASE_URL)) throw storeUnsupported();
  if (NEUADD_CLOCK && !isClock(NEUADD_CLOCK)) throw clockInvalid(NEUADD_CLOCK);
  return {
    ...config,
    ...(PORT ? { port: portOf(PORT) } : {}),
    ...(DATABASE_URL ? { store: { ...connectionsOf(config), postgres: DATABASE_URL } } : {}),
    ...(NEUADD_DATA && !DATABASE_URL
      ? { store: { sqlite: join(NEUADD_DATA, DATABASE_FILE) } }
      : {}),
    ...(NEUADD_CLOCK ? { clock: NEUADD_CLOCK } : {}),
  };
}

/** How many connections, where the configuration itself is about PostgreSQL. */
function connectionsOf({ store }: Config): { readonly connections?: number } {
  return store?.postgres !== undefined && store.connections !== undefined
    ? { connections: store.connections }
    : {};
}

/** @throws ConfigError PORT_INVALID */
export function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError("PORT_INVALID", {
    en: `The port ${JSON.stringify(text)} is not a whole number from 0 to 65535. Choose one such as 3000.`,
    cy: `Nid yw'r porth ${JSON.stringify(text)} yn rhif cyfan o 0 i 65535. Dewiswch un megis 3000.`,
  });
}

function storeUnsupported(): ConfigError {
  return new ConfigError("STORE_UNSUPPORTED", {
    en: "DATABASE_URL does not name a PostgreSQL database. Write an address such as postgres://neuadd@localhost/neuadd, or unset it and name a directory for SQLite with NEUADD_DATA.",
    cy: "Nid yw DATABASE_URL yn enwi cronfa ddata PostgreSQL. Ysgrifennwch gyfeiriad megis postgres://neuadd@localhost/neuadd, neu dadosodwch ef ac enwch gyfeiriadur ar gyfer SQLite â NEUADD_DATA.",
  });
}

function clockInvalid(text: string): ConfigError {
  return new ConfigError("CLOCK_INVALID", {
    en: `NEUADD_CLOCK is ${JSON.stringify(text)}, which is no time. Write an instant with its offset, such as 2026-08-24T08:00:00Z, or "real" for the host's clock.`,
    cy: `${JSON.stringify(text)} yw NEUADD_CLOCK, ac nid yw hynny'n amser. Ysgrifennwch ennyd gyda'i wahaniaeth amser, megis 2026-08-24T08:00:00Z, neu "real" ar gyfer cloc y peiriant.`,
  });
}
