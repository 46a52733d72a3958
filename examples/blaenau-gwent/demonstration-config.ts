import { join } from "node:path";
import { defineConfig } from "@neuadd/server";

/** What the demonstration differs in from an installation: where its data is, and a clock that keeps the README true. */
export function demonstrationConfig(dataDirectory: string) {
  return defineConfig({
    store: { sqlite: join(dataDirectory, "neuadd.sqlite") },
    clock: "2026-08-24T08:00:00Z",
    logLevel: "warn",
  });
}
