import type { LedgerEvent, PluginHost, PluginReads, SchoolFacts } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { readEvents } from "../ledger/read-events.ts";
import { readSchool } from "../ledger/school-model.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { ownTables, type OwnTablesOptions } from "./own-tables.ts";
import { PluginError } from "./plugin-error.ts";

/** What the host gives to one plugin. `apis` are those of the plugins set up before it. */
export function makeHost(
  plugin: { readonly id: string; readonly requires?: readonly string[] },
  services: Services,
  apis: ReadonlyMap<string, object>,
  options: OwnTablesOptions,
): PluginHost {
  const { id, requires = [] } = plugin;
  const tables = ownTables<object>(services.store.database, id, options);
  return {
    id,
    now: () => services.clock.now(),
    logger: services.logger.child({ plugin: id }),
    // What its tables look like only the plugin knows: the types are its own word for it.
    tables: <Tables extends object>() => tables as unknown as Kysely<Tables>,
    plugin<Api extends object>(other: string): Api {
      const api = requires.includes(other) ? apis.get(other) : undefined;
      if (api === undefined) throw notRequired(id, other);
      return api as Api;
    },
    reads: makeReads(services),
  };
}

const DEFAULT_EVENTS = 100;
const MOST_EVENTS = 1000;

function makeReads(services: Services): PluginReads {
  return {
    async schools() {
      const rows = await services.store.database
        .selectFrom("schools")
        .select("school_id")
        .orderBy("school_id")
        .execute();
      return rows.map((row) => row.school_id);
    },
    school: (id) =>
      unlessUnknown<SchoolFacts | undefined>(undefined, () => readFacts(services, id)),
    events: (school, afterRevision, limit = DEFAULT_EVENTS) =>
      unlessUnknown<readonly LedgerEvent[]>([], () =>
        readEvents(services, school, afterRevision, Math.min(Math.max(1, limit), MOST_EVENTS)),
      ),
  };
}

async function readFacts(services: Services, id: string): Promise<SchoolFacts> {
  const { school, tree, calendar, revision } = await readSchool(services, id);
  // The server shares one copy among all its decisions, so a plugin gets another. The tree is frozen.
  return { ...structuredClone({ school, calendar }), tree, revision };
}

async function unlessUnknown<Result>(absent: Result, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServerError && error.code === "SCHOOL_UNKNOWN") return absent;
    throw error;
  }
}

function notRequired(plugin: string, other: string): PluginError {
  return new PluginError("PLUGIN_NOT_REQUIRED", plugin, {
    en: `The plugin "${plugin}" asks for the api of "${other}" without requiring it. Add "${other}" to its "requires".`,
    cy: `Mae'r ategyn "${plugin}" yn gofyn am api "${other}" heb ei enwi yn "requires". Ychwanegwch "${other}" yno.`,
  });
}
