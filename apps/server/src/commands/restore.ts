import { existsSync } from "node:fs";
import { access, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Instant } from "@neuadd/core";
import type { Plugin } from "@neuadd/plugin-kit";
import { copySqlite } from "../backup/copy-sqlite.ts";
import { replaceSqlite } from "../backup/replace-sqlite.ts";
import { checkPluginVersions } from "../doctor/check-plugin-versions.ts";
import { checkVersion } from "../doctor/check-version.ts";
import { examineData, type Examination } from "../doctor/examine-store.ts";
import type { Finding } from "../doctor/finding.ts";
import { sayFinding } from "../doctor/say-finding.ts";
import { migratePlugins } from "../plugins/migrate-plugins.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { makeDataDirectory } from "../store/make-data-directory.ts";
import { CommandFault } from "./command-fault.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { sqliteFileOf } from "./sqlite-file-of.ts";
import type { Terminal } from "./terminal.ts";
import { unreadableReason } from "./unreadable-reason.ts";

export interface RestoreOptions extends SettingOptions {
  readonly force?: boolean;
}

/**
 * `neuadd restore <file>`: puts a backup in the place of the database. The backup is copied, brought to the present version
 * with the tables of the configured plugins, and examined by the doctor first; it stays as it is. One of a later version, of
 * the server or of such a plugin, is refused: `start` would refuse it. A database that is there is replaced only with `--force`, never
 * while a process has it open, and is kept beside the new one. Prints `restored <file> <schools>`.
 */
export async function restore(
  terminal: Terminal,
  file: string,
  options: RestoreOptions,
): Promise<ExitCode> {
  const { store, plugins } = await resolvedCommandConfig(terminal, options);
  const target = sqliteFileOf(store, {
    cy: `Cronfa PostgreSQL sydd yma: stopiwch bob gweinydd ac adferwch hi â'i harf ei hun, yna rhedwch neuadd doctor:\n  pg_restore --clean --if-exists --no-owner --single-transaction --dbname="$DATABASE_URL" ${file}`,
    en: `The database is PostgreSQL: stop every server and restore it by its own means, then run neuadd doctor:\n  pg_restore --clean --if-exists --no-owner --single-transaction --dbname="$DATABASE_URL" ${file}`,
  });
  if (existsSync(target) && options.force !== true) throw targetPresent(target);
  makeDataDirectory(dirname(target));
  const copy = `${target}.restoring`;
  await removeDatabase(copy);
  try {
    await copyBackup(resolve(terminal.directory, file), copy);
    const { findings, schools } = await examined(copy, plugins, Date.now());
    const faults = findings.filter(({ severity }) => severity === "fault");
    if (faults.length > 0) {
      for (const finding of faults) {
        for (const line of sayFinding(finding, terminal.language)) terminal.print(line);
      }
      throw faults.some(isOfLaterVersion) ? ofLaterVersion() : unsound(faults.length);
    }
    const outcome = await replaceSqlite(target, copy);
    if (outcome === "inUse") throw inUse(target);
    terminal.print(`restored ${target} ${schools}`);
    terminal.tell({
      cy: "Os dilëwyd data rhywun ers gwneud y copi, dilëwch ef eto yn awr (neuadd people erase).",
      en: "If anybody's data was erased after the backup was made, erase it again now (neuadd people erase).",
    });
    if (outcome.kept !== undefined) tellKept(terminal, outcome.kept);
    return EXIT_CODE.done;
  } finally {
    await removeDatabase(copy);
  }
}

async function removeDatabase(file: string): Promise<void> {
  for (const companion of ["", "-wal", "-shm", "-journal"]) {
    await rm(`${file}${companion}`, { force: true });
  }
}

async function copyBackup(file: string, copy: string): Promise<void> {
  try {
    // SQLite says of a file that is not there only that it could not open one.
    await access(file);
    await copySqlite(file, copy);
  } catch (cause) {
    const { cy, en } = unreadableReason(cause);
    throw new CommandFault(
      EXIT_CODE.invalid,
      {
        cy: `Ni ellir darllen ${file} yn gopi wrth gefn: ${cy}. Ni newidiwyd dim.`,
        en: `${file} can't be read as a backup: ${en}. Nothing was changed.`,
      },
      { cause },
    );
  }
}

/** Migrates the copy, unless a later version has been at it, or it is damaged: a migration could hide or worsen that. */
async function examined(
  copy: string,
  plugins: readonly Plugin[],
  now: Instant,
): Promise<Examination> {
  const store = openSqliteStore({ file: copy });
  try {
    const hindrances = await whyNotMigrated(store, plugins);
    if (hindrances.length > 0) return { findings: hindrances, schools: 0 };
    await store.migrate();
    await migratePlugins(plugins, { store });
    return await examineData(store, now);
  } finally {
    await store.close();
  }
}

async function whyNotMigrated(store: Store, plugins: readonly Plugin[]): Promise<Finding[]> {
  const version = await checkVersion(store);
  const hindrances = version.filter(({ code }) => code !== "MIGRATIONS_PENDING");
  return hindrances.length > 0 ? hindrances : checkPluginVersions(store, plugins);
}

function isOfLaterVersion({ code }: Finding): boolean {
  return code === "STORE_LATER" || code === "PLUGIN_TABLES_LATER";
}

function targetPresent(target: string): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Mae cronfa ddata yn ${target} eisoes, ac fe'i gadawyd fel y mae. I roi'r copi yn ei lle, stopiwch y gweinydd ac ychwanegwch --force: cedwir yr hen un wrth ei hochr.`,
    en: `There is a database at ${target} already, and it was left as it is. To put the backup in its place, stop the server and add --force: the old one is kept beside it.`,
  });
}

function inUse(target: string): CommandFault {
  return new CommandFault(EXIT_CODE.failed, {
    cy: `Mae proses yn defnyddio ${target}. Stopiwch y gweinydd, yna adferwch eto. Ni newidiwyd dim.`,
    en: `A process is using ${target}. Stop the server, then restore again. Nothing was changed.`,
  });
}

function ofLaterVersion(): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: "Mae'r copi o fersiwn ddiweddarach, ac ni ellid ei redeg yma. Ni newidiwyd dim.",
    en: "The backup is of a later version, and could not be run here. Nothing was changed.",
  });
}

function unsound(count: number): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Nid yw'r copi yn gyfan. Nifer y diffygion: ${count}. Ni newidiwyd dim.`,
    en: `The backup is not sound: it has ${count} ${count === 1 ? "fault" : "faults"}. Nothing was changed.`,
  });
}

function tellKept(terminal: Terminal, kept: string): void {
  terminal.tell({
    cy: `Cedwir yr hen gronfa yn ${kept}: dilëwch y ffeil pan na fydd ei hangen.`,
    en: `The old database is kept as ${kept}: delete the file when nobody needs it.`,
  });
}
