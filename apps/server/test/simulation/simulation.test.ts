import { expect, it } from "vitest";
import { TEST_ENGINE } from "../fixtures/open-test-store.ts";
import { POSTGRES_URL } from "../postgres/find-postgres.ts";
import { postgresDatabase, sqliteDatabase } from "./simulated-database.ts";
import { simulate } from "./simulate.ts";

const engine = TEST_ENGINE;
/** Enough for every kind of command and fault; `pnpm simulate` goes on for as long as it is told to. */
const STEPS = engine === "postgres" ? 120 : 400;

function openDatabase() {
  return engine === "postgres" ? postgresDatabase(POSTGRES_URL) : sqliteDatabase();
}

it(`holds what it has promised through ${STEPS} random commands, faults and restarts`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { outcomes, faults } = await simulate({ seed, steps: STEPS, engine, openDatabase });
  expect(outcomes["request done"]).toBeGreaterThan(0);
  // In fewer steps, chance may leave something out.
  if (STEPS < 400) return;
  expect(faults).toBeGreaterThan(0);
  for (const word of ["approve", "amend", "block", "cancel"]) {
    expect(outcomes[`${word} done`], `${word}, with the seed ${seed}`).toBeGreaterThan(0);
  }
});

it("does the same again with the same seed", async () => {
  const options = { seed: 2026, steps: 40, engine, openDatabase };
  expect(await simulate(options)).toEqual(await simulate(options));
});
