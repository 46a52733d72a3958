import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attackPage, type AttackResult } from "./attack-results.ts";
import { attack } from "./attack.ts";
import { isDone } from "./attack-report.ts";

const USAGE = `Usage: pnpm attack [--store sqlite|postgres] [--requests <number>] [--seed <number>]
       [--results <file>]

Sends random requests from several processes to one server on SQLite, or two on PostgreSQL, while servers are killed and
connections to the database cut; then reads the database and says what is wrong. Without a store, both are attacked.`;

const { values } = parseArgs({
  options: {
    store: { type: "string" },
    requests: { type: "string", default: "10000" },
    seed: { type: "string" },
    results: { type: "string" },
    help: { type: "boolean" },
  },
});
/** The command from source. */
const PROGRAM = [
  "--conditions=@neuadd/source",
  "--import",
  import.meta.resolve("tsx"),
  fileURLToPath(new URL("../../src/main.ts", import.meta.url)),
];
const requests = Number(values.requests);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const engines = (["sqlite", "postgres"] as const).filter(
  (engine) => values.store === undefined || values.store === engine,
);
if (values.help === true || !(requests > 0) || !Number.isInteger(seed) || engines.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const results: AttackResult[] = [];
for (const engine of engines) {
  console.log(`${engine}: ${requests} requests, seed ${seed}`);
  const plan = {
    seed,
    requests,
    clients: 4,
    atOnce: 8,
    killEveryMs: 4_000,
    cutEveryMs: 250,
    // Longer than a server waits for the ledger that such a commit holds.
    slowCommits: { perThousand: 4, mostSeconds: 15 },
  };
  const judged = await attack(engine, PROGRAM, plan);
  const { reports, kills, cuts, seconds, faults, log, exitCodes } = judged;
  results.push({ ...judged, engine, plan });
  const counts = new Map<string, number>();
  for (const { kind, final } of reports) {
    const what = `${kind} ${final?.status ?? "unanswered"} ${final?.code ?? ""}`.trimEnd();
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  for (const what of [...counts.keys()].sort()) console.log(`  ${counts.get(what)}  ${what}`);
  const repeated = reports.filter(({ unanswered }) => unanswered > 0);
  console.log(`  ${kills} kills, ${cuts} connections cut, in ${seconds.toFixed(1)} s
  ${reports.length} requests, ${reports.filter(isDone).length} acknowledged
  ${repeated.length} were sent again, ${repeated.filter(isDone).length} of them acknowledged in the end
  servers ended with ${exitCodes.join(", ")}; ${log.length} lines in their logs
  ${faults.length} faults`);
  for (const line of [...new Set(log.map(withoutTimes))].slice(0, 20))
    console.log(`  log: ${line}`);
  for (const fault of faults.slice(0, 20)) console.log(`  FAULT: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
if (values.results !== undefined) writeFileSync(values.results, `${await attackPage(results)}\n`);

function withoutTimes(line: string): string {
  return line
    .replace(/"time":(?:\d+|"[^"]*"),|"pid":\d+,|"requestId":"[^"]*",?/g, "")
    .slice(0, 400);
}
