import type { PluginParts } from "@neuadd/plugin-kit";
import { partsFault } from "@neuadd/plugin-kit/host";
import { PluginError } from "./plugin-error.ts";

/**
 * Checks at start what a plugin's `setup` gave, so that a plugin in plain JavaScript, or made for
 * another version, fails there and not with a booking.
 *
 * @throws PluginError PLUGIN_PARTS_INVALID with the first thing that is wrong
 */
export function checkParts(plugin: string, parts: PluginParts): void {
  const fault = partsFault(parts);
  if (fault === undefined) return;
  throw new PluginError("PLUGIN_PARTS_INVALID", plugin, {
    en: `What the plugin "${plugin}" adds is not of the contract: ${fault.en}.`,
    cy: `Nid yw'r hyn a ychwanega'r ategyn "${plugin}" yn unol â'r contract: ${fault.cy}.`,
  });
}
