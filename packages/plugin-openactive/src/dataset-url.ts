import type { PluginHost } from "@neuadd/plugin-kit";

/** Address of the dataset site of a school; the addresses of its feeds begin with it. */
export function datasetUrl(
  { publicUrl, id }: Pick<PluginHost, "publicUrl" | "id">,
  school: string,
) {
  return `${publicUrl}/v1/x/${id}/schools/${encodeURIComponent(school)}`;
}
