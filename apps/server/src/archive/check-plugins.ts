import type { Bilingual } from "@neuadd/core";
import type { Store } from "../store/store.ts";
import type { Columns } from "../store/table-columns.ts";
import { ArchiveError } from "./archive-error.ts";
import type { ArchiveLineOf } from "./archive-line-schema.ts";
import type { SchoolArchive } from "./parse-archive.ts";
import { pluginHoldings, SCHOOL_COLUMN, type PluginHoldings } from "./plugin-holdings.ts";

const MOST_FAULTS = 20;

/**
 * Makes sure, before anything is written, that each plugin of an archive has its tables in the store, brought there by the
 * same migrations, and that its rows fit them. Answers the tables of all plugins of the store that hold rows of schools.
 *
 * Throws ArchiveError PLUGINS_DIFFER, or ARCHIVE_INVALID for rows that do not fit; at most twenty of them are told.
 */
export async function checkPlugins(
  { database, engine }: Store,
  archive: SchoolArchive,
): Promise<string[]> {
  const holdings = await pluginHoldings(database, engine);
  const here = new Map(holdings.map((one) => [one.plugin, one]));
  const named = archive.of("plugin");
  const differences = named.flatMap((line) => difference(line, here.get(line.plugin)) ?? []);
  if (differences.length > 0) throw differ(differences);
  const carried = new Set(named.map(({ plugin }) => plugin));
  const misfits = archive.of("pluginRow").filter(({ plugin, table, row }) => {
    const columns = carried.has(plugin) ? here.get(plugin)?.tables.get(table) : undefined;
    return columns === undefined || !fits(row, columns);
  });
  if (misfits.length > 0) throw invalid(misfits.slice(0, MOST_FAULTS));
  return holdings.flatMap(({ tables }) => [...tables.keys()]);
}

function difference(
  { plugin, migrations }: ArchiveLineOf<"plugin">,
  here: PluginHoldings | undefined,
): Bilingual | undefined {
  if (here === undefined) {
    return {
      cy: `Mae'r ategyn "${plugin}" yn cadw pethau'r ysgol, ac nid yw ei dablau yma. Rhestrwch ef yn y ffurfweddiad, rhedwch neuadd migrate, a mewnforiwch eto. I wneud heb yr hyn y mae'n ei gadw, ychwanegwch --without ${plugin}.`,
      en: `The plugin "${plugin}" keeps things of the school, and its tables are not here. List it in the configuration, run neuadd migrate, and import again. To do without what it keeps, add --without ${plugin}.`,
    };
  }
  const missing = namesIn(migrations, here.migrations);
  const added = namesIn(here.migrations, migrations);
  if (missing === "" && added === "") return undefined;
  return {
    cy: `Mae tablau'r ategyn "${plugin}" o fersiwn arall yma. Mudiadau'r archif nad ydynt yma: ${missing || "dim"}; rhai sydd yma'n unig: ${added || "dim"}. Defnyddiwch yr un fersiwn o'r ategyn yn y ddau le, rhedwch neuadd migrate yn y ddau, ac allforiwch eto. I wneud heb yr hyn y mae'n ei gadw, ychwanegwch --without ${plugin}.`,
    en: `The tables of the plugin "${plugin}" are of another version here. Migrations of the archive that are not here: ${missing || "none"}; those that are only here: ${added || "none"}. Use the same version of the plugin at both places, run neuadd migrate at both, and export again. To do without what it keeps, add --without ${plugin}.`,
  };
}

function namesIn(names: readonly string[], others: readonly string[]): string {
  return names.filter((name) => !others.includes(name)).join(", ");
}

function fits(row: ArchiveLineOf<"pluginRow">["row"], columns: Columns): boolean {
  const names = Object.keys(row);
  return (
    names.length === columns.size - 1 &&
    names.every((name) => name !== SCHOOL_COLUMN && columns.has(name))
  );
}

function differ(details: readonly Bilingual[]): ArchiveError {
  return new ArchiveError(
    "PLUGINS_DIFFER",
    {
      cy: "Nid yw'r ategion sy'n cadw pethau'r ysgol yr un fath yma; ni newidiwyd dim.",
      en: "The plugins that keep things of the school are not the same here; nothing was changed.",
    },
    { details },
  );
}

function invalid(misfits: readonly ArchiveLineOf<"pluginRow">[]): ArchiveError {
  return new ArchiveError(
    "ARCHIVE_INVALID",
    {
      cy: "Ni ellir derbyn yr archif; ni newidiwyd dim.",
      en: "The archive can't be taken in; nothing was changed.",
    },
    {
      details: misfits.map(({ plugin, table }) => ({
        cy: `Nid yw rhes o'r ategyn "${plugin}" yn ffitio'r tabl ${table}.`,
        en: `A row of the plugin "${plugin}" does not fit the table ${table}.`,
      })),
    },
  );
}
