import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "@neuadd/plugin-kit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { createServer } from "../server.ts";
import { freeSqliteLeases } from "./free-sqlite-leases.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "neuadd-leases-"));
  file = join(directory, "neuadd.sqlite");
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** What a process has taken that was killed a moment ago. */
const TAKEN = { lease_holder: "killed" };

/** Leases of a listener and of a job, in a store that is still open. */
async function openWithLeases(): Promise<Store> {
  const store = openSqliteStore({ file });
  await store.migrate();
  const lease = { ...TAKEN, lease_until: Date.now() + 20_000 };
  await store.database
    .insertInto("listener_cursors")
    .values({
      school_id: SCHOOL,
      listener_id: "scribe",
      revision: 0,
      ordinal: 0,
      attempts: 0,
      next_attempt_at: 0,
      ...lease,
    })
    .execute();
  await store.database
    .insertInto("job_runs")
    .values({ job_id: "server/expire-requests", finished_at: 0, ...lease })
    .execute();
  return store;
}

async function holders(store: Store): Promise<(string | null)[]> {
  const listeners = await store.database.selectFrom("listener_cursors").selectAll().execute();
  const jobs = await store.database.selectFrom("job_runs").selectAll().execute();
  return [...listeners, ...jobs].map(({ lease_holder }) => lease_holder);
}

/** Has another process give back what it may, and say who has the listener's lease then. */
function freedElsewhere(): string {
  const program = `
    import BetterSqlite3 from "better-sqlite3";
    import { freeSqliteLeases } from "./free-sqlite-leases.ts";
    const [, file] = process.argv;
    freeSqliteLeases(file);
    const database = new BetterSqlite3(file);
    const holder = database.prepare("select lease_holder from listener_cursors").pluck().get();
    process.stdout.write(holder ?? "nobody");
    database.close();`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", program, file], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
}

describe("leases in a SQLite file", () => {
  it("are given back where nobody has it open", async () => {
    await (await openWithLeases()).close();
    freeSqliteLeases(file);
    const store = openSqliteStore({ file });
    expect(await holders(store)).toEqual([null, null]);
    await store.close();
  });

  it("are left alone while anybody has it open, who writes on undisturbed", async () => {
    const store = await openWithLeases();
    freeSqliteLeases(file);
    expect(await holders(store)).toEqual(["killed", "killed"]);
    await store.database.deleteFrom("job_runs").execute();
    const second = openSqliteStore({ file });
    expect(await holders(second)).toEqual(["killed"]);
    await store.close();
    await second.close();
  });

  it("are left alone by another process too, also where this one has opened it twice", async () => {
    const store = await openWithLeases();
    const second = openSqliteStore({ file });
    await second.isReady();
    await second.close();
    expect(freedElsewhere()).toEqual("killed");
    await store.close();
    expect(freedElsewhere()).toEqual("nobody");
  });

  it("are none in a file that is no database, is not there, or is new, and these stay as they are", async () => {
    freeSqliteLeases(file);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, "Annwyl bawb");
    freeSqliteLeases(file);
    expect(readFileSync(file, "utf8")).toBe("Annwyl bawb");
    writeFileSync(file, "");
    freeSqliteLeases(file);
    expect(readFileSync(file, "utf8")).toBe("");
  });
});

describe("a server that starts on a SQLite file", () => {
  it("goes on at once with what one that was killed had in its hands", async () => {
    const store = await openWithLeases();
    const { request } = await bookedSchool({ store });
    const { revision } = await request();
    await store.close();
    const told: number[] = [];
    const scribe: Plugin = {
      id: "scribe",
      setup: () => ({ on: { "booking.requested": (event) => void told.push(event.revision) } }),
    };
    // Its timers stand still: nothing runs out.
    const { schedule } = manualSchedule();
    const server = await createServer(
      { store: { sqlite: file }, plugins: [scribe], logLevel: "silent" },
      { schedule },
    );
    await vi.waitFor(() => expect(told).toEqual([revision]), { timeout: 60_000, interval: 5 });
    await server.close();
  });
});
