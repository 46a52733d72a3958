import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Denial } from "./denial.ts";
import type { Placement } from "./series-decision.ts";

/** The SHA-256 of lines of text, in hexadecimal: one line for each thing that two equal decisions share. */
export function digestOf(lines: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(lines.join("\n"))));
}

/** A placement as part of a line. */
export function placementText({ space, startTime, endTime, start, end }: Placement): string {
  return `${JSON.stringify(space)} ${startTime} ${endTime} ${start} ${end}`;
}

/** The codes of denials as part of a line: sorted, each once, so that their order does not count. */
export function codesText(denials: readonly Denial<string>[]): string {
  return [...new Set(denials.map(({ code }) => code))].sort().join(",");
}
