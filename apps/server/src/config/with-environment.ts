import { join } from "node:path";
import type { Plugin } from "@neuadd/plugin-kit";
import { ConfigError } from "./config-error.ts";
import { isClock } from "./config-schema.ts";
import type { Config } from "./config.ts";
import { DATABASE_FILE } from "./resolve-config.ts";

/**
 * The configuration with what the environment says in place of its own: `PORT`, `NEUADD_DATA` (a
 * directory; relative to the working directory) and `NEUADD_CLOCK`. Variables that are empty count as
 * absent.
 *
 * @throws ConfigError PORT_INVALID, CLOCK_INVALID, and STORE_UNSUPPORTED when `DATABASE_URL` is set: it
 * would be worse to start on an empty SQLite file in place of the database that was meant
 */
export function withEnvironment<Plugins extends readonly Plugin[]>(
  config: Config<Plugins>,
  environment: Readonly<Record<string, string | undefined>>,
): Config<Plugins> {
  const { PORT, NEUADD_DATA, NEUADD_CLOCK, DATABASE_URL } = environment;
  if (DATABASE_URL) throw storeUnsupported();
  if (NEUADD_CLOCK && !isClock(NEUADD_CLOCK)) throw clockInvalid(NEUADD_CLOCK);
  return {
    ...config,
    ...(PORT ? { port: portOf(PORT) } : {}),
    ...(NEUADD_DATA ? { store: { sqlite: join(NEUADD_DATA, DATABASE_FILE) } } : {}),
    ...(NEUADD_CLOCK ? { clock: NEUADD_CLOCK } : {}),
  };
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
    en: "DATABASE_URL is set, but this version keeps its data in SQLite only. Unset DATABASE_URL, and name the data directory with NEUADD_DATA.",
    cy: "Mae DATABASE_URL wedi'i osod, ond yn SQLite yn unig y mae'r fersiwn hwn yn cadw ei ddata. Dadosodwch DATABASE_URL, ac enwch y cyfeiriadur data â NEUADD_DATA.",
  });
}

function clockInvalid(text: string): ConfigError {
  return new ConfigError("CLOCK_INVALID", {
    en: `NEUADD_CLOCK is ${JSON.stringify(text)}, which is no time. Write an instant with its offset, such as 2026-08-24T08:00:00Z, or "real" for the host's clock.`,
    cy: `${JSON.stringify(text)} yw NEUADD_CLOCK, ac nid yw hynny'n amser. Ysgrifennwch ennyd gyda'i wahaniaeth amser, megis 2026-08-24T08:00:00Z, neu "real" ar gyfer cloc y peiriant.`,
  });
}
