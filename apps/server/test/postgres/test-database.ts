import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { POSTGRES_URL } from "./find-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The database of this run of tests; each test has a schema of its own in it. */
    postgresUrl: string;
  }
}

const PREFIX = "neuadd_test_";
const STALE_AFTER_MS = 3_600_000;

let dropDatabase = async (): Promise<void> => {};

/** Makes a database for one run of tests, with the extension in it. */
export async function setup(project: TestProject): Promise<void> {
  const name = `${PREFIX}${Date.now()}_${randomBytes(4).toString("hex")}`;
  await onServer(async (client) => {
    for (const stale of await staleDatabases(client)) {
      await client.query(`drop database if exists ${stale}`);
    }
    await client.query(`create database ${name}`);
    // Tests lose nothing that they would miss when the machine stops.
    await client.query(`alter database ${name} set synchronous_commit = off`);
  });
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  // In the schema that all share: otherwise it would belong to the first test's.
  await onServer((client) => client.query("create extension btree_gist"), url.href);
  project.provide("postgresUrl", url.href);
  dropDatabase = () =>
    onServer(async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
    });
}

export async function teardown(): Promise<void> {
  await dropDatabase();
}

/** Of runs that were killed an hour ago or more. */
async function staleDatabases(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database d where datname like $1 and not exists (select from pg_stat_activity a where a.datname = d.datname)",
    [`${PREFIX}%`],
  );
  return rows
    .map(({ datname }) => datname)
    .filter((name) => Number(/_(\d+)_/.exec(name)?.[1]) < Date.now() - STALE_AFTER_MS);
}

async function onServer<Result>(
  work: (client: pg.Client) => Promise<Result>,
  connectionString = POSTGRES_URL,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
