import { describe, expect, it } from "vitest";
import { openTestStore, TEST_ENGINE } from "../../../test/fixtures/open-test-store.ts";
import type { Store } from "../store.ts";

interface Times {
  readonly leaf_id?: string;
  readonly school_id?: string;
  readonly starts_at: number;
  readonly ends_at: number;
}

/** How each engine says no. */
const OVERLAP =
  TEST_ENGINE === "sqlite"
    ? "CLAIM_OVERLAP"
    : /conflicting key value violates exclusion constraint "claims_never_overlap"|duplicate key value violates unique constraint "claims_key"/;
const CHECK = TEST_ENGINE === "sqlite" ? "CHECK" : /violates check constraint "claims_/;

async function insert({ database }: Store, times: Times): Promise<void> {
  const claim = {
    school_id: "s",
    leaf_id: "l",
    kind: "booking",
    owner_id: "o",
    local_date: "d",
  } as const;
  await database
    .insertInto("claims")
    .values({ ...claim, ...times })
    .execute();
}

describe("the guard of claims", () => {
  it.each([
    ["the same time", 100, 200],
    ["a later start within", 150, 200],
    ["an earlier end within", 100, 150],
    ["a part in the middle", 120, 180],
    ["a whole around it", 50, 250],
    ["a start before, an end within", 50, 101],
    ["a start within, an end after", 199, 300],
    ["the same start, a later end", 100, 300],
    ["an earlier start, the same end", 50, 200],
  ])("refuses %s", async (_, starts_at, ends_at) => {
    const store = await openTestStore();
    await insert(store, { starts_at: 100, ends_at: 200 });
    await expect(insert(store, { starts_at, ends_at })).rejects.toThrow(OVERLAP);
    await insert(store, { leaf_id: "m", starts_at: 300, ends_at: 400 });
    const moved = store.database
      .updateTable("claims")
      .set({ leaf_id: "l", starts_at, ends_at })
      .where("leaf_id", "=", "m")
      .execute();
    await expect(moved).rejects.toThrow(OVERLAP);
    expect(await store.database.selectFrom("claims").selectAll().execute()).toHaveLength(2);
  });

  it.each([
    ["what ends as it starts", { starts_at: 50, ends_at: 100 }],
    ["what starts as it ends", { starts_at: 200, ends_at: 250 }],
    ["another leaf", { leaf_id: "m", starts_at: 100, ends_at: 200 }],
    ["another school", { school_id: "t", starts_at: 100, ends_at: 200 }],
  ])("accepts %s", async (_, times) => {
    const store = await openTestStore();
    await insert(store, { starts_at: 100, ends_at: 200 });
    await insert(store, times);
    expect(await store.database.selectFrom("claims").selectAll().execute()).toHaveLength(2);
  });

  it("refuses an overlap with any of many claims, whichever came first", async () => {
    const store = await openTestStore();
    for (const starts_at of [500, 100, 300, 900, 700]) {
      await insert(store, { starts_at, ends_at: starts_at + 100 });
    }
    for (const starts_at of [150, 250, 450, 650, 850]) {
      await expect(insert(store, { starts_at, ends_at: starts_at + 60 })).rejects.toThrow(OVERLAP);
    }
    await expect(insert(store, { starts_at: 0, ends_at: 2_000 })).rejects.toThrow(OVERLAP);
    await insert(store, { starts_at: 600, ends_at: 700 });
  });

  it("lets a claim be made longer, or moved over where it was", async () => {
    const store = await openTestStore();
    await insert(store, { starts_at: 100, ends_at: 200 });
    const set = (times: Times) => store.database.updateTable("claims").set(times).execute();
    await set({ starts_at: 100, ends_at: 260 });
    await set({ starts_at: 150, ends_at: 300 });
    expect(await store.database.selectFrom("claims").select("starts_at").execute()).toEqual([
      { starts_at: 150 },
    ]);
  });

  it.each([
    ["an empty claim", 100, 100],
    ["one that ends before it starts", 100, 99],
    ["one longer than 49 hours", 0, 176_400_001],
  ])("refuses %s", async (_, starts_at, ends_at) => {
    const store = await openTestStore();
    await expect(insert(store, { starts_at, ends_at })).rejects.toThrow(CHECK);
  });

  it("accepts a claim of 49 hours", async () => {
    const store = await openTestStore();
    await insert(store, { starts_at: 0, ends_at: 176_400_000 });
    expect(await store.database.selectFrom("claims").selectAll().execute()).toHaveLength(1);
  });
});
