import type { Instant } from "@neuadd/core";
import type { Plugin } from "@neuadd/plugin-kit";
import type { Services } from "../services.ts";
import { readSnapshot } from "../store/read-snapshot.ts";
import type { Store } from "../store/store.ts";
import { checkClock } from "./check-clock.ts";
import { checkEngine } from "./check-engine.ts";
import { checkKeys } from "./check-keys.ts";
import { checkMachine } from "./check-machine.ts";
import { checkPluginVersions } from "./check-plugin-versions.ts";
import { checkSchool } from "./check-school.ts";
import { checkVersion } from "./check-version.ts";
import { checkWork } from "./check-work.ts";
import type { Finding } from "./finding.ts";

export interface ExaminationOptions {
  /** The database file of an SQLite store, to look at its disk as well. */
  readonly sqliteFile?: string;
  /** The plugins that are configured, whose tables must not be of a later version. Default none. */
  readonly plugins?: readonly Plugin[];
  /** The host's clock in milliseconds. Default `Date.now`. */
  readonly hostNow?: () => number;
}

/** What came of an examination. */
export interface Examination {
  /** Faults and warnings, those of the whole store first, then school by school. */
  readonly findings: readonly Finding[];
  /** How many schools were looked at. */
  readonly schools: number;
}

/**
 * Looks at everything that can be told from outside: the database itself, its guard, the clock, the disk, the ledger of
 * every school, deliveries, jobs and keys. Changes nothing, and may run beside a server: each school is read as of one
 * moment. A store whose tables are not of the present version is not looked into.
 */
export async function examineStore(
  services: Pick<Services, "store" | "clock">,
  { sqliteFile, plugins = [], hostNow = Date.now }: ExaminationOptions = {},
): Promise<Examination> {
  const { store, clock } = services;
  const machine = sqliteFile === undefined ? [] : await checkMachine(sqliteFile);
  const version = await checkVersion(store);
  if (version.length > 0) return { findings: [...machine, ...version], schools: 0 };
  const around = [
    ...machine,
    ...(await checkPluginVersions(store, plugins)),
    ...(await checkClock(services, hostNow)),
    ...(await checkWork(store.database, { now: clock.now(), hostNow: hostNow() })),
    ...(await checkKeys(store.database, clock.now())),
  ];
  const { findings, schools } = await examineData(store, clock.now());
  return { findings: [...around, ...findings], schools };
}

/** What of an examination is about the data alone, wherever it is and whatever time it is: what a backup must stand. */
export async function examineData(store: Store, now: Instant): Promise<Examination> {
  const findings = await checkEngine(store);
  const schools = await schoolIds(store);
  for (const school of schools) {
    findings.push(...(await readSnapshot(store, (snapshot) => checkSchool(snapshot, school, now))));
  }
  return { findings, schools: schools.length };
}

async function schoolIds({ database }: Store): Promise<string[]> {
  const rows = await database
    .selectFrom("schools")
    .select("school_id")
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}
