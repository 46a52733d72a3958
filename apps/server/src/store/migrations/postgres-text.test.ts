import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { describe, expect, it } from "vitest";
import { migrationProvider } from "../migration-provider.ts";

/** The statements that the migrations run on PostgreSQL, in order. */
async function statements(): Promise<string[]> {
  const texts: string[] = [];
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void texts.push(query.sql),
  });
  const migrations = await migrationProvider("postgres").getMigrations();
  for (const name of Object.keys(migrations).sort()) await migrations[name]?.up(database);
  return texts;
}

describe("the migrations, as PostgreSQL gets them", () => {
  it("keep whole numbers in 64 bits, and nothing of SQLite", async () => {
    const texts = await statements();
    const claims = texts.find((text) => text.startsWith('create table "claims"'));
    expect(claims).toContain('"starts_at" bigint not null');
    expect(texts.join("\n")).not.toMatch(/\b(?:strict|rowid|trigger)\b/);
    expect(texts.filter((text) => text.startsWith("create table"))).toHaveLength(15);
  });

  it("refuse overlapping claims by an exclusion constraint", async () => {
    const texts = (await statements()).map((text) => text.replaceAll(/\s+/g, " ").trim());
    expect(texts).toContain("create extension if not exists btree_gist");
    expect(texts).toContain(
      "alter table claims add constraint claims_never_overlap exclude using gist ( hashtextextended(school_id || '/' || leaf_id, 0) with =, int8range(starts_at, ends_at) with &&, school_id with =, leaf_id with = )",
    );
  });
});
