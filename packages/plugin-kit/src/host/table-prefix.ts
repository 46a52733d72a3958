/** What the name of every table and index of a plugin begins with: its id with hyphens as underscores, and one more. */
export function tablePrefix(pluginId: string): string {
  return `${pluginId.replaceAll("-", "_")}_`;
}
