import { describe, expect, it } from "vitest";
import { findImpurities } from "./purity-rules.ts";

/** Lines at which a planted text of core reaches out of its arguments. */
function impureLines(text: string, path = "packages/core/src/time/planted.ts") {
  return findImpurities({ path, text }).map(({ line }) => line);
}

describe("findImpurities", () => {
  it.each([
    "Date.now();",
    "const now = Date.now;",
    "new Date();",
    "new Date;",
    "Date();",
    "Math.random();",
    "Temporal.Now.instant();",
    "process.env;",
    "const zone = process;",
    "globalThis.Date;",
    "performance.now();",
    "crypto.randomUUID();",
    "setTimeout(book, 1);",
    "const { env } = process;",
    "const host = { process };",
    "new Intl.DateTimeFormat('cy');",
    "Intl.DateTimeFormat().resolvedOptions();",
    "day.getHours();",
    "day.toLocaleDateString('cy');",
    'import { readFileSync } from "node:fs";',
    'import { join } from "path";',
    'import type { Stats } from "node:fs";',
    'export { join } from "node:path";',
    'const fs = await import("node:fs");',
    'type Stats = import("node:fs").Stats;',
    'const fs = require("fs/promises");',
  ])("finds %s", (text) => {
    expect(impureLines(`\n${text}`)).toContain(2);
  });

  it.each([
    "new Date(2026, 8, 8);",
    "new Date(instant).getUTCHours();",
    "Date.UTC(2026, 8, 8);",
    "Math.floor(1.5);",
    "new Intl.DateTimeFormat('cy', { timeZone: 'UTC' });",
    'import { tzOffset } from "@date-fns/tz";',
    "interface Job { process: string; crypto(): void }",
    "const job = { process: 1 }; job.process;",
    "export function step(process: number) { return process + 1; }",
    'const text = "Date.now()"; // Never Date.now() here.',
  ])("accepts %s", (text) => {
    expect(impureLines(text)).toEqual([]);
  });

  it("leaves tests and other packages alone", () => {
    expect(impureLines("Date.now();", "packages/core/src/time/zone.test.ts")).toEqual([]);
    expect(impureLines("Date.now();", "packages/core/test/booking.property.test.ts")).toEqual([]);
    expect(impureLines("Date.now();", "apps/server/src/main.ts")).toEqual([]);
  });
});
