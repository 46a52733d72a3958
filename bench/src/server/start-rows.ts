import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Row } from "../row.ts";
import { exchange, median } from "./load.ts";

const RUNS = 7;
const MOST_MILLISECONDS = 1_500;
const MOST_MEBIBYTES = 130;

/** The built command, from its start in an empty data directory to a request that it answers. */
export async function startRows(): Promise<Row[]> {
  const runs: { readonly milliseconds: number; readonly mebibytes: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce());
  const milliseconds = median(runs.map((run) => run.milliseconds));
  const mebibytes = median(runs.map((run) => run.mebibytes));
  return [
    {
      what: "server ready, empty data directory: from the start of the process to the first answer",
      toReach: `≤ ${MOST_MILLISECONDS / 1000} s`,
      ours: `${(milliseconds / 1000).toFixed(2)} s`,
      rival: "—",
      ratio: `${Math.round((milliseconds / MOST_MILLISECONDS) * 100)} % of the limit`,
      reached: milliseconds <= MOST_MILLISECONDS,
    },
    {
      what: "its resident memory then",
      toReach: `≤ ${MOST_MEBIBYTES} MB`,
      ours: `${mebibytes.toFixed(0)} MB`,
      rival: "—",
      ratio: `${Math.round((mebibytes / MOST_MEBIBYTES) * 100)} % of the limit`,
      reached: mebibytes <= MOST_MEBIBYTES,
    },
  ];
}

async function startOnce(): Promise<{ milliseconds: number; mebibytes: number }> {
  const data = mkdtempSync(join(tmpdir(), "neuadd-start-"));
  const main = fileURLToPath(new URL("../../../apps/server/dist/main.js", import.meta.url));
  const begun = performance.now();
  const child = spawn(process.execPath, [main, "start", "--data", data, "--port", "0"], {
    cwd: data,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    await exchange({ url: `${url}/healthz` });
    break;
  }
  const milliseconds = performance.now() - begun;
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const mebibytes = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  child.kill("SIGTERM");
  await closed;
  rmSync(data, { recursive: true });
  return { milliseconds, mebibytes };
}
