import pg from "pg";

/** Where tests look for PostgreSQL: a user that may create databases. */
export const POSTGRES_URL =
  process.env["NEUADD_TEST_POSTGRES"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** Why PostgreSQL can't be used for tests here; undefined when it can. */
export async function whyNoPostgres(): Promise<string | undefined> {
  const client = new pg.Client({
    connectionString: POSTGRES_URL,
    connectionTimeoutMillis: 2_000,
  });
  try {
    await client.connect();
    await client.query("select 1");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
