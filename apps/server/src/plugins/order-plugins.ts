import type { Plugin } from "@neuadd/plugin-kit";
import { isPluginId, LONGEST_PLUGIN_ID, tablePrefix } from "@neuadd/plugin-kit/host";
import { PluginError } from "./plugin-error.ts";
import { reservedName } from "./reserved-name.ts";

/**
 * The plugins in order of start: each after those it requires, otherwise in the order given.
 *
 * @throws PluginError PLUGIN_ID_INVALID, PLUGIN_ID_RESERVED, PLUGIN_ID_TAKEN, PLUGIN_REQUIRED_MISSING or
 * PLUGIN_REQUIREMENTS_CIRCULAR, naming the ids and the remedy.
 */
export function orderPlugins(plugins: readonly Plugin[]): Plugin[] {
  for (const { id } of plugins) refuseBadId(id);
  refuseSharedNames(plugins.map(({ id }) => id));
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const ordered = new Set<Plugin>();
  for (const plugin of plugins) place(plugin, [], byId, ordered);
  return [...ordered];
}

function refuseBadId(id: string): void {
  if (!isPluginId(id)) {
    throw new PluginError("PLUGIN_ID_INVALID", String(id), {
      en: `"${id}" can't be the id of a plugin. Use at most ${LONGEST_PLUGIN_ID} lower-case letters, digits and single hyphens, beginning with a letter.`,
      cy: `Ni all "${id}" fod yn ddynodydd ategyn. Defnyddiwch hyd at ${LONGEST_PLUGIN_ID} o lythrennau bach, rhifolion a chysylltnodau sengl, gan ddechrau â llythyren.`,
    });
  }
  const reserved = reservedName(tablePrefix(id));
  if (reserved !== undefined) {
    throw new PluginError("PLUGIN_ID_RESERVED", id, {
      en: `The id "${id}" is reserved: tables named "${tablePrefix(id)}…" would meet the server's own "${reserved}". Give the plugin another id.`,
      cy: `Mae'r dynodydd "${id}" wedi'i gadw: byddai tablau o'r enw "${tablePrefix(id)}…" yn taro yn erbyn "${reserved}" y gweinydd ei hun. Rhowch ddynodydd arall i'r ategyn.`,
    });
  }
}

function refuseSharedNames(ids: readonly string[]): void {
  for (const [index, id] of ids.entries()) {
    for (const other of ids.slice(index + 1)) {
      if (id === other) {
        throw new PluginError("PLUGIN_ID_TAKEN", id, {
          en: `The plugin "${id}" is configured twice. List it once.`,
          cy: `Mae'r ategyn "${id}" wedi'i ffurfweddu ddwywaith. Rhestrwch ef unwaith.`,
        });
      }
      const [short, long] = id.length < other.length ? [id, other] : [other, id];
      if (!tablePrefix(long).startsWith(tablePrefix(short))) continue;
      throw new PluginError("PLUGIN_ID_TAKEN", long, {
        en: `The plugins "${short}" and "${long}" can't run together: table names of "${long}" begin with "${tablePrefix(short)}", as those of "${short}" do. Rename or leave out one of them.`,
        cy: `Ni all yr ategion "${short}" a "${long}" redeg gyda'i gilydd: mae enwau tablau "${long}" yn dechrau â "${tablePrefix(short)}", fel rhai "${short}". Ailenwch un ohonynt neu gadewch un allan.`,
      });
    }
  }
}

/** Adds a plugin after those it requires. `path` holds the ids on the way here. */
function place(
  plugin: Plugin,
  path: readonly string[],
  byId: ReadonlyMap<string, Plugin>,
  ordered: Set<Plugin>,
): void {
  if (ordered.has(plugin)) return;
  const here = [...path, plugin.id];
  if (path.includes(plugin.id)) {
    const circle = here.slice(path.indexOf(plugin.id)).join(" → ");
    throw new PluginError("PLUGIN_REQUIREMENTS_CIRCULAR", plugin.id, {
      en: `Plugins require each other in a circle: ${circle}. Take one of these out of the other's "requires".`,
      cy: `Mae ategion yn gofyn am ei gilydd mewn cylch: ${circle}. Tynnwch un o'r rhain o "requires" y llall.`,
    });
  }
  for (const id of plugin.requires ?? []) {
    const required = byId.get(id);
    if (!required) {
      throw new PluginError("PLUGIN_REQUIRED_MISSING", plugin.id, {
        en: `The plugin "${plugin.id}" requires "${id}", which is not configured. Add "${id}" to the plugins, or take "${plugin.id}" out.`,
        cy: `Mae'r ategyn "${plugin.id}" yn gofyn am "${id}", sydd heb ei ffurfweddu. Ychwanegwch "${id}" at yr ategion, neu tynnwch "${plugin.id}" allan.`,
      });
    }
    place(required, here, byId, ordered);
  }
  ordered.add(plugin);
}
