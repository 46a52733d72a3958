import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "./sqlite.ts";

describe("SQLite's plan for the claims in some windows", () => {
  it("goes straight to them by leaf and start", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await store.migrate();
    const plan = await sql<{ detail: string }>`
      explain query plan
      with windows (opens_at, closes_at) as (values (1, 2), (3, 4))
      select leaf_id from windows cross join claims
      where school_id = 's' and leaf_id in ('a', 'b')
        and starts_at > opens_at - 176400000 and starts_at < closes_at and ends_at > opens_at
    `.execute(store.database);
    const details = plan.rows.map(({ detail }) => detail).join("\n");
    expect(details).toContain(
      "SEARCH claims USING PRIMARY KEY (school_id=? AND leaf_id=? AND starts_at>? AND starts_at<?)",
    );
    await store.close();
  });
});
