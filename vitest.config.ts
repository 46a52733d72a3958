import { defineConfig } from "vitest/config";

const conditions = ["@neuadd/source", "module", "node", "development|production"];

/** The core must give the same answers wherever its host stands. */
const hostZones = ["UTC", "America/New_York", "Australia/Lord_Howe"];

export default defineConfig({
  test: {
    projects: [
      ...hostZones.map((zone) => ({
        ssr: { resolve: { conditions } },
        test: {
          name: `core (TZ=${zone})`,
          root: "packages/core",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          env: { TZ: zone },
        },
      })),
      {
        ssr: { resolve: { conditions } },
        test: {
          name: "workspace",
          include: [
            "packages/!(core)/{src,test}/**/*.test.{ts,tsx}",
            "apps/*/{src,test}/**/*.test.{ts,tsx}",
            "examples/**/*.test.ts",
            "tools/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
