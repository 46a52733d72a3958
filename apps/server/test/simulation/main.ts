import { parseArgs } from "node:util";
import { POSTGRES_URL } from "../postgres/find-postgres.ts";
import { postgresDatabase, sqliteDatabase } from "./simulated-database.ts";
import { simulate, STEPS_PER_RUN } from "./simulate.ts";

const USAGE = `Usage: pnpm simulate [--seed <number>] [--steps <number>] [--store sqlite|postgres] [--url <postgres://…>]

Runs random commands against the ledger and checks everything after each. Without a seed, a new one is drawn and shown.`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    steps: { type: "string", default: "3000" },
    store: { type: "string", default: "sqlite" },
    url: { type: "string", default: POSTGRES_URL },
    help: { type: "boolean" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const steps = Number(values.steps);
const { store: engine, url } = values;
const isUsable = Number.isSafeInteger(seed) && Number.isSafeInteger(steps) && steps > 0;
if (values.help === true || !isUsable || (engine !== "sqlite" && engine !== "postgres")) {
  console.error(USAGE);
  process.exit(2);
}
console.log(`seed ${seed}, ${steps} steps in runs of ${STEPS_PER_RUN}, on ${engine}`);
const started = performance.now();
try {
  const openDatabase = () => (engine === "postgres" ? postgresDatabase(url) : sqliteDatabase());
  const { outcomes, faults } = await simulate({ seed, steps, engine, openDatabase });
  for (const what of Object.keys(outcomes).sort()) console.log(`${outcomes[what]}  ${what}`);
  console.log(`${faults}  planted faults`);
  console.log(`All held, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
