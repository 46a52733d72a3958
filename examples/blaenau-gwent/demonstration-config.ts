import { join } from "node:path";
import { quietHours } from "@neuadd/example-custom-plugin";
import { defineConfig } from "@neuadd/server";

/**
 * What the demonstration differs in from an installation: where its data is, a clock that keeps the README true, the
 * example's plugin, which only concerns spaces with amplification, and rates that no one reaches.
 */
export function demonstrationConfig(dataDirectory: string) {
  return defineConfig({
    store: { sqlite: join(dataDirectory, "neuadd.sqlite") },
    clock: "2026-08-24T08:00:00Z",
    plugins: [quietHours()],
    // Whoever tries the demonstration shares its machine: load tests and scripts are welcome.
    limits: {
      addressRequestsPerMinute: 10_000_000,
      keyRequestsPerMinute: 10_000_000,
      badKeysPerMinute: 10_000,
    },
    logLevel: "warn",
  });
}
