import type { Plugin } from "./plugin.ts";

/** Gives the plugin back as it is, with its id and api known to the type checker. */
export function definePlugin<const Id extends string, Api extends object = object>(
  plugin: Plugin<Id, Api>,
): Plugin<Id, Api> {
  return plugin;
}
