import type { LedgerEventType, Listeners } from "@neuadd/plugin-kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestStore } from "../../test/fixtures/open-test-store.ts";
import { insertEvents } from "../ledger/insert-events.ts";
import type { Store } from "../store/store.ts";
import { enrolListener, noteFailure, readCursor, takeCursor } from "./listener-cursor.ts";
import { lookAtSchool } from "./look-at-school.ts";

const SCHOOL = "brynmawr";
const LEASE = { holder: "other", now: 0, leaseMs: 1_000 };
const hear = () => undefined;
const listeners = new Map<string, Listeners>([
  ["keen", { "booking.requested": hear }],
  ["deaf", { "school.imported": hear }],
  ["mute", {}],
]);

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.database
    .insertInto("schools")
    .values({ school_id: SCHOOL, authority_id: "a", revision: 1, definition_revision: 1 })
    .execute();
  for (const listener of listeners.keys()) await enrolListener(store, listener);
});

afterEach(() => store.close());

async function write(revision: number, ...types: LedgerEventType[]): Promise<void> {
  const entry = { school: SCHOOL, revision, actor: "system", at: 0 } as const;
  await insertEvents(
    store.database,
    entry,
    types.map((type) => ({ type, data: { revision } })),
  );
}

async function placeOf(listener: string): Promise<string> {
  const { revision, ordinal } = await readCursor(store, listener, SCHOOL);
  return `${revision}.${ordinal}`;
}

describe("lookAtSchool", () => {
  it("says what each listener has yet to hear, and passes it over for those without an ear for it", async () => {
    await write(2, "booking.requested", "booking.withdrawn");
    const outlooks = await lookAtSchool(store, listeners, SCHOOL);
    expect([...outlooks].map(([id, { isSkipped }]) => [id, isSkipped])).toEqual([
      ["keen", false],
      ["deaf", true],
      ["mute", true],
    ]);
    const keen = outlooks.get("keen");
    expect(keen?.pending.map(({ type }) => type)).toEqual([
      "booking.requested",
      "booking.withdrawn",
    ]);
    expect(keen?.cursor.revision).toBe(1);
    expect(await placeOf("deaf")).toBe("2.1");
    expect(await placeOf("mute")).toBe("2.1");
  });

  it("gives each listener entries of its own", async () => {
    await write(2, "booking.requested");
    const two = new Map([...listeners, ["mute", { "booking.requested": hear }] as const]);
    const outlooks = await lookAtSchool(store, two, SCHOOL);
    const [one, other] = ["keen", "mute"].map((id) => outlooks.get(id)?.pending[0]);
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect(one?.data).not.toBe(other?.data);
  });

  it("moves nobody where nothing came", async () => {
    const outlooks = await lookAtSchool(store, listeners, SCHOOL);
    expect([...outlooks.values()].every(({ pending }) => pending.length === 0)).toBe(true);
    expect([...outlooks.values()].some(({ isSkipped }) => isSkipped)).toBe(false);
  });

  it("leaves those to themselves that are behind, have failed, or have not met the school", async () => {
    await write(2, "booking.withdrawn");
    await lookAtSchool(store, new Map([...listeners].slice(0, 2)), SCHOOL);
    await takeCursor(store, "deaf", SCHOOL, LEASE);
    await noteFailure(store, "deaf", SCHOOL, { attempts: 1, nextAttemptAt: 5 }, LEASE);
    await write(3, "booking.withdrawn");
    const outlooks = await lookAtSchool(store, new Map([...listeners, ["new", {}]]), SCHOOL);
    expect([...outlooks.keys()]).toEqual(["keen"]);
    expect(await placeOf("deaf")).toBe("2.0");
    expect(await placeOf("mute")).toMatch(/^1\./);
  });

  it("does not move the cursor of one to whom another process delivers", async () => {
    await takeCursor(store, "deaf", SCHOOL, LEASE);
    await write(2, "booking.requested");
    const outlooks = await lookAtSchool(store, listeners, SCHOOL);
    expect(outlooks.get("deaf")?.isSkipped).toBe(false);
    expect(outlooks.get("mute")?.isSkipped).toBe(true);
    expect(await placeOf("deaf")).toMatch(/^1\./);
  });
});
