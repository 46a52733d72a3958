import type { ArchiveLine } from "./archive-line-schema.ts";

/** A line of an archive as it is written, and as its digest counts it. */
export function archiveLineText(line: ArchiveLine): string {
  return `${JSON.stringify(line)}\n`;
}
