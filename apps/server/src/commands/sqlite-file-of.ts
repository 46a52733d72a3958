import type { Bilingual } from "@neuadd/core";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE } from "./exit-code.ts";
import type { StoreSetting } from "../config/store-setting.ts";

/** The file of a store on disk. Throws CommandFault for one in memory, and `postgres` as its sentence for PostgreSQL. */
export function sqliteFileOf(setting: StoreSetting, postgres: Bilingual): string {
  if (setting.sqlite === undefined) throw new CommandFault(EXIT_CODE.invalid, postgres);
  if (setting.sqlite !== ":memory:") return setting.sqlite;
  throw new CommandFault(EXIT_CODE.invalid, {
    cy: "Mae'r gronfa ddata yn y cof yn unig: nid oes ffeil i'w chopïo nac i'w hadfer.",
    en: "The database is in memory alone: there is no file to copy or to restore.",
  });
}
