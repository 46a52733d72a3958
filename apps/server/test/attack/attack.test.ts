import { expect, inject, it } from "vitest";
import { TEST_ENGINE } from "../fixtures/open-test-store.ts";
import { attack } from "./attack.ts";
import { isDone } from "./attack-report.ts";

const REQUESTS = 160;

// The long form is `pnpm attack`.
it(`keeps every promise of ${REQUESTS} requests while servers are killed and connections cut`, async () => {
  const seed = Math.floor(Math.random() * 1e6);
  const { reports, kills, cuts, faults, exitCodes } = await attack(
    TEST_ENGINE,
    [inject("programs").neuadd],
    {
      seed,
      requests: REQUESTS,
      clients: 2,
      atOnce: 6,
      killEveryMs: 1_000,
      cutEveryMs: 100,
      slowCommits: { perThousand: 30, mostSeconds: 2 },
    },
  );
  expect(faults, `with the seed ${seed}`).toEqual([]);
  expect(reports).toHaveLength(REQUESTS);
  expect(reports.filter(isDone).length).toBeGreaterThan(REQUESTS / 4);
  expect(kills).toBeGreaterThan(0);
  if (TEST_ENGINE === "postgres") expect(cuts).toBeGreaterThan(0);
  for (const exitCode of exitCodes) expect(exitCode).toBe(0);
});
