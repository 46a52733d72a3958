import type { Plugin } from "./plugin.ts";

/**
 * Gives the plugin back as it is, with its id and api known to the type checker. A plugin that takes
 * options is a function that returns one; credentials and libraries come in through its options, never
 * from the environment.
 *
 * @example
 * ```ts
 * import { definePlugin } from "@neuadd/plugin-kit";
 *
 * function dogs(options: { allowed: boolean }) {
 *   return definePlugin({
 *     id: "dogs",
 *     setup: () => ({ api: { areAllowed: () => options.allowed } }),
 *   });
 * }
 * dogs({ allowed: true }).id; //=> "dogs"
 * ```
 */
export function definePlugin<const Id extends string, Api extends object = object>(
  plugin: Plugin<Id, Api>,
): Plugin<Id, Api> {
  return plugin;
}
