import type { PluginCaller } from "@neuadd/plugin-kit";

/** The bearer of a key, once it has been checked: as plugins know it too. */
export type Actor = PluginCaller;
