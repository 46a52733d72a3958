import type { CallOut, PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import { flushingCommits } from "../store/commit-flush.ts";
import { hostAccess } from "./host-access.ts";
import { hostCommands } from "./host-commands.ts";
import { hostReads } from "./host-reads.ts";
import { ownTables, type OwnTablesOptions } from "./own-tables.ts";
import { PluginError } from "./plugin-error.ts";
import { toldUpTo } from "./told-up-to.ts";

/** What plugins have of the world outside the server; a test gives its own. */
export interface PluginSurroundings {
  /** Where others reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Random bytes that nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  readonly fetch: typeof fetch;
  readonly callOut: CallOut;
}

/** What the host gives to one plugin. `apis` are those of the plugins set up before it. */
export function makeHost(
  plugin: { readonly id: string; readonly requires?: readonly string[] },
  services: Services,
  apis: ReadonlyMap<string, object>,
  options: OwnTablesOptions & PluginSurroundings,
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
    reads: hostReads(services),
    toldUpTo: (school) => toldUpTo(services.store, id, school),
    commands: hostCommands(id, services),
    access: hostAccess(services),
    publicUrl: options.publicUrl,
    languages: ["cy", "en"],
    randomBytes: (count) => options.randomBytes(count),
    fetch: (...request) => options.fetch(...request),
    callOut: (request) => options.callOut(request),
    // Whoever waits in a listener is no longer told of an entry when the time has come.
    schedule: (delayMs, work) => options.schedule(delayMs, () => flushingCommits(true, work)),
  };
}

function notRequired(plugin: string, other: string): PluginError {
  return new PluginError("PLUGIN_NOT_REQUIRED", plugin, {
    en: `The plugin "${plugin}" asks for the api of "${other}" without requiring it. Add "${other}" to its "requires".`,
    cy: `Mae'r ategyn "${plugin}" yn gofyn am api "${other}" heb ei enwi yn "requires". Ychwanegwch "${other}" yno.`,
  });
}
