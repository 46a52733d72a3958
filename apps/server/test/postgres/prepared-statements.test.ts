import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { takeSchema } from "./postgres-schema.ts";

/** What the one connection of a store keeps parsed and planned. */
async function prepared({ database }: Store): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`
    select statement from pg_prepared_statements where name like 'neuadd%' order by statement`.execute(
    database,
  );
  return rows.map(({ statement }) => statement);
}

describe("statements that come again and again", () => {
  it("are parsed and planned once for each connection", async () => {
    const { url } = await takeSchema();
    const store = openPostgresStore({ url, poolSize: 1 });
    await store.migrate();
    const revision = store.database.selectFrom("schools").select("revision");
    for (let time = 0; time < 10; time += 1) await revision.execute();
    expect(await prepared(store)).toEqual([revision.compile().sql]);
    await store.close();
  });

  it("go on when another process adds a column", async () => {
    const { url } = await takeSchema({ isFresh: true });
    const [store, other] = [openPostgresStore({ url, poolSize: 1 }), openPostgresStore({ url })];
    await store.migrate();
    // In a transaction, where no read is tried again.
    const read = () =>
      store.database.transaction().execute(async (database) => {
        const whole = await database.selectFrom("schools").selectAll().execute();
        return [whole, await database.selectFrom("schools").select("revision").execute()];
      });
    for (let time = 0; time < 10; time += 1) await read();
    await sql`alter table schools add column motto text`.execute(other.database);
    expect(await read()).toEqual([[], []]);
    await store.close();
    await other.close();
  });
});
