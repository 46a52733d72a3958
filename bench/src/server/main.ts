import { loadavg } from "node:os";
import type { Row } from "../row.ts";
import { writeReport } from "../write-report.ts";
import { busySchoolRows, oneSpaceRows } from "./availability-rows.ts";
import { commitRows } from "./commit-rows.ts";
import { growthRows } from "./growth-rows.ts";
import { startRows } from "./start-rows.ts";
import { postgresStores, sqliteStores, type Stores } from "./stores.ts";

// Every figure of the server: those of SQLite, then, where a PostgreSQL answers, the same on it. Name parts to run
// fewer: `start`, `one`, `busy`, `commit`, `growth`, and `sqlite` or `postgres`; then nothing is written down.

const asked = new Set(process.argv.slice(2));
const parts = ["start", "one", "busy", "commit", "growth"].filter((part) => asked.has(part));
const isPart = (name: string): boolean => parts.length === 0 || parts.includes(name);
const areAllEngines = !asked.has("sqlite") && !asked.has("postgres");

const loadAtStart = loadavg()[0]?.toFixed(2) ?? "";
if (areAllEngines || asked.has("sqlite")) {
  const rows = [...(isPart("start") ? await startRows() : []), ...(await rowsOf(sqliteStores()))];
  report("Server on SQLite", "server-sqlite.md", rows);
}
if (areAllEngines || asked.has("postgres")) {
  const stores = await postgresStores();
  if (stores === undefined) console.log("No PostgreSQL answers: its figures are left out.");
  else report("Server on PostgreSQL", "server-postgres.md", await rowsOf(stores));
}

async function rowsOf(stores: Stores): Promise<Row[]> {
  const rows: Row[] = [];
  const steps = { one: oneSpaceRows, busy: busySchoolRows, commit: commitRows, growth: growthRows };
  try {
    for (const [name, step] of Object.entries(steps)) {
      if (!isPart(name)) continue;
      const found = await step(stores);
      for (const { what, ours, rival, ratio } of found) console.log(what, "|", ours, rival, ratio);
      rows.push(...found);
    }
  } finally {
    await stores.remove();
  }
  return rows;
}

function report(title: string, file: string, rows: readonly Row[]): void {
  writeReport({
    title,
    file: asked.size === 0 ? file : undefined,
    command: "pnpm --filter @neuadd/bench bench:server",
    about: `The built packages in processes of their own, one for the server and one for what it is measured against, the client in a third; requests go to each in turns, and medians are compared. Requests per second: autocannon, 16 connections. The server’s settings are those of an installation (log included), but for rate limits. Load of the machine at the start: ${loadAtStart}.`,
    rows,
  });
}
