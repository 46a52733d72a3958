import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { unpackWoff } from "./unpack-woff.ts";

const path = "roboto-fontface/fonts/roboto/Roboto-Regular.woff";
const font = unpackWoff(readFileSync(createRequire(import.meta.url).resolve(path)));

/** As the specification of sfnt has it: the sum of a table's words. */
function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 3 < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) % 2 ** 32;
  return sum;
}

describe("unpackWoff", () => {
  it("gives every table back as its checksum says, at a multiple of four bytes", () => {
    const count = font.readUInt16BE(4);
    expect(count).toBeGreaterThan(8);
    for (let index = 0; index < count; index += 1) {
      const entry = 12 + index * 16;
      const tag = font.toString("latin1", entry, entry + 4);
      const offset = font.readUInt32BE(entry + 8);
      const length = Math.ceil(font.readUInt32BE(entry + 12) / 4) * 4;
      expect(offset % 4).toBe(0);
      // The head's own checksum field counts as zero in its sum.
      const table = Buffer.from(font.subarray(offset, offset + length));
      if (tag === "head") table.writeUInt32BE(0, 8);
      expect({ tag, sum: checksum(table) }).toEqual({ tag, sum: font.readUInt32BE(entry + 4) });
    }
  });

  it("refuses what is no such font", () => {
    expect(() => unpackWoff(Buffer.from("wOF2".padEnd(100, "x")))).toThrow(TypeError);
  });
});
