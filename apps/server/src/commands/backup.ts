import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { copySqlite } from "../backup/copy-sqlite.ts";
import { CommandFault } from "./command-fault.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { newFileFault } from "./new-file-fault.ts";
import { sqliteFileOf } from "./sqlite-file-of.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `neuadd backup <file>`: copies the database of all schools into a new file, as of one moment, while servers run. Prints
 * `backup <file> <bytes>`. PostgreSQL has its own means, which it names.
 */
export async function backup(
  terminal: Terminal,
  file: string,
  options: SettingOptions,
): Promise<ExitCode> {
  const { store } = await resolvedCommandConfig(terminal, options);
  const source = sqliteFileOf(store, {
    cy: `Cronfa PostgreSQL sydd yma: gwnewch gopi ohoni â'i harf ei hun, sydd hefyd yn gyson tra bo gweinyddion yn rhedeg:\n  pg_dump --format=custom --no-owner --file=${file} "$DATABASE_URL"`,
    en: `The database is PostgreSQL: back it up by its own means, which are consistent too while servers run:\n  pg_dump --format=custom --no-owner --file=${file} "$DATABASE_URL"`,
  });
  if (!existsSync(source)) {
    throw new CommandFault(EXIT_CODE.invalid, {
      cy: `Nid oes cronfa ddata yn ${source}.`,
      en: `There is no database at ${source}.`,
    });
  }
  const path = resolve(terminal.directory, file);
  try {
    await copySqlite(source, path);
  } catch (error) {
    throw newFileFault(path, error);
  }
  const { size } = await stat(path);
  terminal.print(`backup ${path} ${size}`);
  terminal.tell({
    cy: "Mae enwau llogwyr ynddo: cadwch ef lle na all neb arall ei ddarllen, a dim hwy nag sydd raid.",
    en: "Hirers are named in it: keep it where nobody else can read it, and no longer than is needed.",
  });
  return EXIT_CODE.done;
}
