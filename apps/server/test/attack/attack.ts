import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { POSTGRES_URL } from "../postgres/find-postgres.ts";
import { type AttackedServer, attackedServer } from "./attacked-server.ts";
import { cuttingProxy, type CuttingProxy } from "./cutting-proxy.ts";
import { judgeAttack } from "./judge-attack.ts";
import { prepareAttack } from "./prepare-attack.ts";
import { slowCommitsDown } from "./slow-commits.ts";
import { type AttackOutcome, type AttackPlan, runAttack } from "./run-attack.ts";

export interface JudgedAttack extends AttackOutcome {
  /** What is wrong with the database, and where it contradicts what clients were told. */
  readonly faults: readonly string[];
  /** What the servers have written to their logs: faults. */
  readonly log: readonly string[];
  readonly exitCodes: readonly (number | null)[];
}

/**
 * Attacks one server on a SQLite file, or two on a PostgreSQL database that is made for it, and judges what is left.
 * `program` is what Node runs the command with.
 */
export async function attack(
  engine: Store["engine"],
  program: readonly string[],
  plan: AttackPlan,
): Promise<JudgedAttack> {
  const directory = mkdtempSync(join(tmpdir(), "neuadd-attack-"));
  writeFileSync(join(directory, "neuadd.config.mjs"), CONFIG);
  const arena =
    engine === "postgres" ? await postgresArena() : sqliteArena(join(directory, "data"));
  const servers: AttackedServer[] = [];
  try {
    const preparing = arena.openStore();
    const schools = await prepareAttack(preparing);
    if (engine === "postgres") await slowCommitsDown(preparing, plan.slowCommits);
    await preparing.close();
    for (const environment of arena.environments) {
      servers.push(
        await attackedServer({
          program,
          directory,
          environment: { NEUADD_CLOCK: "2026-08-24T08:00:00Z", ...environment },
        }),
      );
    }
    const outcome = await runAttack(plan, schools, servers, arena.proxies);
    const exitCodes = [];
    for (const server of servers) exitCodes.push(await server.stop());
    const store = arena.openStore();
    const faults = await judgeAttack(store, outcome.reports);
    await store.close();
    return { ...outcome, faults, exitCodes, log: servers.flatMap(({ log }) => log) };
  } finally {
    for (const server of servers) await server.kill();
    await arena.remove();
    rmSync(directory, { recursive: true });
  }
}

/** The rate limit would make the attack a slow one. */
const CONFIG = `export default {
  host: "127.0.0.1",
  logLevel: "error",
  limits: { addressRequestsPerMinute: 1e7, keyRequestsPerMinute: 1e7, badKeysPerMinute: 1e7 },
};
`;

interface Arena {
  /** The database itself: nothing cuts this connection. */
  openStore(): Store;
  readonly proxies: readonly CuttingProxy[];
  /** One server for each. */
  readonly environments: readonly Readonly<Record<string, string>>[];
  remove(): Promise<void>;
}

function sqliteArena(data: string): Arena {
  return {
    openStore: () => openSqliteStore({ file: join(data, "neuadd.sqlite") }),
    proxies: [],
    environments: [{ NEUADD_DATA: data }],
    remove: async () => undefined,
  };
}

async function postgresArena(): Promise<Arena> {
  // The tests' own prefix and the time: their set-up removes what a run that was killed has left.
  const name = `neuadd_test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  const url = new URL(POSTGRES_URL);
  await runOnce(`create database ${name}`);
  const proxies = await Promise.all([
    cuttingProxy(Number(url.port) || 5432),
    cuttingProxy(Number(url.port) || 5432),
  ]);
  url.pathname = `/${name}`;
  return {
    openStore: () => openPostgresStore({ url: url.href }),
    proxies,
    environments: proxies.map(({ port }) => {
      const cut = new URL(url);
      cut.port = String(port);
      return { DATABASE_URL: cut.href };
    }),
    async remove() {
      for (const proxy of proxies) await proxy.close();
      await runOnce(`drop database ${name} with (force)`);
    },
  };
}

async function runOnce(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
