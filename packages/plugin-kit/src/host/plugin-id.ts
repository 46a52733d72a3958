const ID_PATTERN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const LONGEST_PLUGIN_ID = 40;

/** Whether text can be the id of a plugin: see `Plugin.id`. */
export function isPluginId(text: unknown): text is string {
  return typeof text === "string" && ID_PATTERN.test(text) && text.length <= LONGEST_PLUGIN_ID;
}
