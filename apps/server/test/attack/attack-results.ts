import { createRequire } from "node:module";
import { cpus, release, totalmem, type } from "node:os";
import pg from "pg";
import type { Store } from "../../src/store/store.ts";
import { POSTGRES_URL } from "../postgres/find-postgres.ts";
import { isDone } from "./attack-report.ts";
import type { JudgedAttack } from "./attack.ts";
import type { AttackPlan } from "./run-attack.ts";

export interface AttackResult extends JudgedAttack {
  readonly engine: Store["engine"];
  readonly plan: AttackPlan;
}

/** What came of attacks, as a page for `bench/results`. */
export async function attackPage(results: readonly AttackResult[]): Promise<string> {
  const [plan] = results.map((result) => result.plan);
  return [
    "# Attack",
    `Command: \`pnpm attack --seed ${plan?.seed} --results bench/results/attack.md\`. ${plan?.clients} client processes, each with ${plan?.atOnce} requests at once: bookings, approvals, amendments, cancellations, and blocks at three schools, in each other's way on purpose. Meanwhile server processes are killed with SIGKILL and started again, and connections to PostgreSQL are cut, half of them after the database has done what it was asked and before it can say so; and some commits take up to ${plan?.slowCommits.mostSeconds} seconds there. What was never answered is sent again, with the same \`Idempotency-Key\`; then a checker that shares no code with the server reads the tables and compares them with every answer.`,
    `Machine: ${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Versions: ${await versions(results)}`,
    [
      "| | " + results.map(({ engine }) => STORES[engine]).join(" | ") + " |",
      "|---|" + results.map(() => "---").join("|") + "|",
      ...ROWS.map(([name, value]) => `| ${name} | ${results.map(value).join(" | ")} |`),
    ].join("\n"),
    "A request counts as sent again if one of its attempts got no answer, or 503. What was acknowledged and is not in the database, what is in it and was refused, a second booking for one key, an overlap of claims, a date without its claims, a gap in the events, and a server fault (500) each count as a fault. The seconds are those of a busy machine, and of servers that are down for a part of them: no measure of speed.",
  ].join("\n\n");
}

const STORES = { sqlite: "SQLite, one server", postgres: "PostgreSQL, two servers" } as const;

const ROWS: readonly (readonly [string, (result: AttackResult) => string | number])[] = [
  ["seed", ({ plan }) => plan.seed],
  ["requests", ({ reports }) => reports.length],
  ["acknowledged", ({ reports }) => reports.filter(isDone).length],
  [
    "bookings made",
    ({ reports }) => reports.filter((one) => one.kind === "book" && isDone(one)).length,
  ],
  ["server processes killed", ({ kills }) => kills],
  ["connections cut", ({ engine, cuts }) => (engine === "sqlite" ? "none to cut" : cuts)],
  ["sent again", ({ reports }) => reports.filter(({ unanswered }) => unanswered > 0).length],
  [
    "of these acknowledged in the end",
    ({ reports }) => reports.filter((one) => one.unanswered > 0 && isDone(one)).length,
  ],
  ["seconds", ({ seconds }) => Math.round(seconds)],
  ["**faults**", ({ faults }) => `**${faults.length}**`],
];

async function versions(results: readonly AttackResult[]): Promise<string> {
  const known = createRequire(import.meta.url);
  const { version: sqlite }: { version: string } = known("better-sqlite3/package.json");
  const { version: driver }: { version: string } = known("pg/package.json");
  const isOnPostgres = results.some(({ engine }) => engine === "postgres");
  return [
    `Node ${process.versions.node}`,
    `better-sqlite3 ${sqlite}`,
    `pg ${driver}`,
    ...(isOnPostgres ? [`PostgreSQL ${await postgresVersion()}`] : []),
  ].join(", ");
}

async function postgresVersion(): Promise<string> {
  const client = new pg.Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version.split(" ")[0] ?? "unknown";
  } finally {
    await client.end();
  }
}
