import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { whyNoPostgres } from "./apps/server/test/postgres/find-postgres.ts";
import { LongFirst } from "./tools/long-first.ts";

const conditions = ["@neuadd/source", "module", "node", "development|production"];

/** The core must give the same answers wherever its host stands. */
const hostZones = ["UTC", "America/New_York", "Australia/Lord_Howe"];

/** What holds on either store: these run a second time, on PostgreSQL. */
const onBothStores = [
  "apps/server/src/{archive,doctor,hirers,keys,ledger,plugins,store}/**/*.test.ts",
  "apps/server/src/bare-error.test.ts",
  "apps/server/src/http/written-days.test.ts",
  "apps/server/test/{http-*,parallel-requests,two-servers}.test.ts",
  "apps/server/test/postgres/*.test.ts",
  "examples/{club-booker,two-servers}/test/*.test.ts",
  "tools/client-readme.test.ts",
  "packages/plugin-*/test/in-server*.test.ts",
  // The suite that holds each plugin to the contract.
  "packages/plugin-*/{src,test}/{contract,conformance}.test.ts",
  "examples/custom-plugin/src/contract.test.ts",
  "packages/plugin-{email,hirer-checks}/src/{email,hirer-checks,unstated-audience}.test.ts",
  "packages/plugin-tariffs/test/{documents-csv,open-prices}.test.ts",
  "packages/plugin-email/src/outbox/*.test.ts",
  "packages/plugin-kit/src/testing/test-fence.test.ts",
  "packages/plugin-calendar-feed/test/subscriptions.test.ts",
  "packages/plugin-openactive/test/*.test.ts",
  "apps/server/test/{check-ledger,simulation/*,attack/*}.test.ts",
];
/**
 * About SQLite itself, or moved by hand from one statement to the next, which only a store in memory can be; or about no
 * store at all, and so not worth a second time.
 */
const onSqliteAlone = [
  "apps/server/src/plugins/{concurrency,contained,order,retry,within}-*.test.ts",
  "apps/server/src/plugins/run-jobs.test.ts",
  "apps/server/src/store/migrations/postgres-text.test.ts",
  "apps/server/src/{doctor,store}/sqlite*.test.ts",
  "apps/server/src/plugins/event-delivery.test.ts",
];
const hasPostgres = (await whyNoPostgres()) === undefined;

const shared = {
  // Test files follow one another in one process, which then loads the server once and not once for each file. So a file
  // leaves nothing behind: no environment variable, no global, no timer.
  isolate: false,
  // One more than there are processors: much of the time is spent waiting for databases, browsers and other programs.
  maxWorkers: availableParallelism() + 1,
  // Long enough for a machine that is busy with other things: that a test is slow is no fault.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      ...hostZones.map((zone) => ({
        ssr: { resolve: { conditions } },
        test: {
          name: `core (TZ=${zone})`,
          root: "packages/core",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          env: { TZ: zone },
          ...shared,
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
          exclude: [
            "**/node_modules/**",
            "**/dist/**",
            "apps/server/test/postgres/*.test.ts",
            "examples/two-servers/**",
          ],
          globalSetup: ["tools/build-widget.ts", "tools/bundle-programs.ts"],
          ...shared,
        },
      },
      {
        ssr: { resolve: { conditions } },
        test: {
          name: "server on PostgreSQL",
          ...(hasPostgres
            ? {
                include: onBothStores,
                exclude: [
                  "**/node_modules/**",
                  "**/dist/**",
                  "**/no-postgres.test.ts",
                  ...onSqliteAlone,
                ],
                globalSetup: [
                  "apps/server/test/postgres/test-database.ts",
                  "tools/bundle-programs.ts",
                ],
                setupFiles: "apps/server/test/postgres/plugin-hosts.ts",
                env: { NEUADD_TEST_ENGINE: "postgres" },
              }
            : { include: ["apps/server/test/postgres/no-postgres.test.ts"] }),
          ...shared,
        },
      },
    ],
  },
});
