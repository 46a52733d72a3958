import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Random, seededRandom } from "../simulation/random.ts";
import type { AttackOrders, AttackedSchool } from "./attack-orders.ts";
import type { AttackReport } from "./attack-report.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { CuttingProxy } from "./cutting-proxy.ts";
import { sendUntilAnswered } from "./send-request.ts";
import type { SlowCommits } from "./slow-commits.ts";

export interface AttackPlan {
  readonly seed: number;
  readonly requests: number;
  readonly clients: number;
  /** Requests of one client that are under way at the same time. */
  readonly atOnce: number;
  /** On average. */
  readonly killEveryMs: number;
  readonly cutEveryMs: number;
  /** On PostgreSQL. */
  readonly slowCommits: SlowCommits;
}

export interface AttackOutcome {
  readonly reports: readonly AttackReport[];
  readonly kills: number;
  readonly cuts: number;
  /** From the first request to the last answer, without what was settled afterwards. */
  readonly seconds: number;
}

/** Two hours after the servers' clocks began: whatever a dead process had begun counts as dead by then. */
const LATER = { NEUADD_CLOCK: "2026-08-24T10:00:00Z" };

/**
 * Lets clients loose on servers whose processes are killed, and whose connections to the database are cut, until each
 * request has been sent. Then the servers are started anew, at a later hour, and what was never answered is sent once more.
 */
export async function runAttack(
  plan: AttackPlan,
  schools: readonly AttackedSchool[],
  servers: readonly AttackedServer[],
  proxies: readonly CuttingProxy[],
): Promise<AttackOutcome> {
  const random = seededRandom(plan.seed);
  const started = performance.now();
  const urls = servers.map(({ url }) => url);
  const isOver = { value: false };
  const clients = Promise.all(
    Array.from({ length: plan.clients }, (_, index) =>
      runClient({
        name: `attack-${plan.seed}-${index + 1}`,
        seed: plan.seed + index + 1,
        urls,
        requests: Math.ceil(plan.requests / plan.clients),
        atOnce: plan.atOnce,
        schools,
      }),
    ),
  ).finally(() => (isOver.value = true));
  const [reports, kills, cuts] = await Promise.all([
    clients,
    killServers(servers, plan.killEveryMs, random, isOver),
    cutConnections(proxies, plan.cutEveryMs, random, isOver),
  ]);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(
    servers.map(async (server) => {
      await server.kill();
      await server.start(LATER);
    }),
  );
  const settled = await Promise.all(reports.flat().map((report) => settle(report, urls)));
  return { reports: settled, kills, cuts, seconds };
}

/** Once more for what was never answered. */
async function settle(report: AttackReport, urls: readonly string[]): Promise<AttackReport> {
  if (report.final !== undefined) return report;
  return sendUntilAnswered(report, { urls, mostAttempts: 20 }, report);
}

const CLIENT = fileURLToPath(new URL("attacking-client.ts", import.meta.url));

async function runClient(orders: AttackOrders): Promise<AttackReport[]> {
  const client = fork(CLIENT, { execArgv: ["--conditions=@neuadd/source"], stdio: "inherit" });
  const reports: AttackReport[] = [];
  client.on("message", (report: AttackReport) => reports.push(report));
  client.send(orders);
  const [code] = (await once(client, "close")) as [number | null];
  if (code !== 0) throw new Error(`A client ended with ${code} after ${reports.length} requests.`);
  return reports;
}

async function killServers(
  servers: readonly AttackedServer[],
  everyMs: number,
  random: Random,
  isOver: { readonly value: boolean },
): Promise<number> {
  let kills = 0;
  await everyNowAndThen(everyMs, random, isOver, async () => {
    const server = random.pick(servers);
    await server.kill();
    kills += 1;
    await server.start();
  });
  return kills;
}

async function cutConnections(
  proxies: readonly CuttingProxy[],
  everyMs: number,
  random: Random,
  isOver: { readonly value: boolean },
): Promise<number> {
  let cuts = 0;
  if (proxies.length === 0) return cuts;
  await everyNowAndThen(everyMs, random, isOver, async () => {
    if (random.pick(proxies).cut(random)) cuts += 1;
  });
  return cuts;
}

async function everyNowAndThen(
  everyMs: number,
  random: Random,
  isOver: { readonly value: boolean },
  work: () => Promise<void>,
): Promise<void> {
  // The first time soon, so that a short attack is one as well.
  for (let waitMs = everyMs / 5; ; waitMs = random.integer(everyMs / 2, everyMs * 1.5)) {
    const endsAt = performance.now() + waitMs;
    while (performance.now() < endsAt && !isOver.value) await delay(20);
    if (isOver.value) return;
    await work();
  }
}
