import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Row } from "../row.ts";
import { type Table, writeReport } from "../write-report.ts";
import { busySchoolRows, oneSpaceRows } from "./availability-rows.ts";
import { commitRows } from "./commit-rows.ts";
import { growthRows } from "./growth-rows.ts";
import { startRows } from "./start-rows.ts";
import { postgresStores, sqliteStores, type Stores } from "./stores.ts";

// Every figure of the server: those of SQLite, then, where a PostgreSQL answers, the same on it. `--only one,commit`
// measures a part alone and `--store postgres` on one store; what is measured so is printed, and not written down.

const STEPS = { one: oneSpaceRows, busy: busySchoolRows, commit: commitRows, growth: growthRows };
const PARTS = ["start", ...Object.keys(STEPS)];

const { values } = parseArgs({
  options: { only: { type: "string" }, store: { type: "string" } },
});
const only = values.only?.split(",") ?? PARTS;
const unknown = only.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${PARTS.join(", ")}.`);
const { store } = values;
if (store !== undefined && store !== "sqlite" && store !== "postgres") {
  throw new Error(`There is no store "${store}": sqlite, postgres.`);
}

const loadAtStart = loadavg()[0]?.toFixed(2) ?? "";
const tables: Table[] = [];
if (store !== "postgres") tables.push(await tableOf(sqliteStores(), startRows));
if (store !== "sqlite") {
  const stores = await postgresStores();
  if (stores === undefined) console.log("No PostgreSQL answers: its figures are left out.");
  else tables.push(await tableOf(stores));
}
const isWhole = values.only === undefined && store === undefined && tables.length === 2;

writeReport({
  title: "Server",
  file: isWhole ? "server.md" : undefined,
  command: "pnpm --filter @neuadd/bench bench:server",
  about: `The built packages in processes of their own, one for the server and one for what it is measured against, the client in a third; requests go to each in turns, and medians are compared. The server’s settings are those of an installation (default plugins, a line of the log for each request), but for rate limits. Requests per second: autocannon in one process, 16 connections. It shares the machine’s cores with the server, so that a quick route waits for the client rather than the client for it; the processor time of an answer says what the server itself spends on it. Load of the machine at the start: ${loadAtStart}.`,
  tables,
});

async function tableOf(stores: Stores, first?: () => Promise<Row[]>): Promise<Table> {
  const rows: Row[] = [];
  const add = async (name: string, step: () => Promise<Row[]>): Promise<void> => {
    if (!only.includes(name)) return;
    const begun = performance.now();
    rows.push(...(await step()));
    console.error(`${stores.engine} ${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  };
  try {
    if (first !== undefined) await add("start", first);
    for (const [name, step] of Object.entries(STEPS)) await add(name, () => step(stores));
    return { heading: await stores.version(), rows };
  } finally {
    await stores.remove();
  }
}
