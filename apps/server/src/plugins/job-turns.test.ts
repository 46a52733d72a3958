import { describe, expect, it, vi } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { openSharedDatabase } from "../../test/fixtures/open-shared-database.ts";
import { storedJobTurns } from "./job-turns.ts";
import { runJobs } from "./run-jobs.ts";

const MINUTE = 60_000;
const job = { plugin: "feeds", id: "publish", everyMinutes: 10, run: async () => {} };

/** Several processes on one database, on one clock that is moved by hand. */
async function openWorld() {
  const database = await openSharedDatabase();
  const store = await database.open();
  let now = Date.UTC(2026, 8, 1);
  return {
    now: () => now,
    advance: (ms: number) => void (now += ms),
    leaseUntil: async () =>
      (await store.database.selectFrom("job_runs").select("lease_until").executeTakeFirst())
        ?.lease_until,
    process: async () => {
      const timers = manualSchedule();
      const turns = storedJobTurns(await database.open(), {
        schedule: timers.schedule,
        hostNow: () => now,
      });
      return { timers, turns };
    },
  };
}

describe("turns of a job", () => {
  it("are had by one of several processes that ask at once", async () => {
    const { process } = await openWorld();
    const processes = await Promise.all(Array.from({ length: 4 }, process));
    const turns = await Promise.all(processes.map((one) => one.turns.take(job)));
    expect(turns.filter((turn) => turn !== undefined)).toHaveLength(1);
  });

  it("come once an interval, however many processes there are and however often they start", async () => {
    const { process, advance } = await openWorld();
    const first = await process();
    expect(await first.turns.dueInMs(job)).toBe(10 * MINUTE);
    advance(10 * MINUTE);
    await (await first.turns.take(job))?.end();
    advance(4 * MINUTE);
    const second = await process();
    expect(await second.turns.take(job)).toBeUndefined();
    expect(await second.turns.dueInMs(job)).toBe(6 * MINUTE);
    advance(6 * MINUTE);
    expect(await second.turns.dueInMs(job)).toBe(0);
    expect(await second.turns.take(job)).toBeDefined();
  });

  it("come for a job that has never run, however often the processes are started", async () => {
    const { process, advance } = await openWorld();
    for (const waited of [0, 4, 8]) {
      const started = await process();
      expect(await started.turns.dueInMs(job)).toBe((10 - waited) * MINUTE);
      expect(await started.turns.take(job)).toBeUndefined();
      advance(4 * MINUTE);
    }
    const { turns } = await process();
    expect(await turns.dueInMs(job)).toBe(0);
    expect(await turns.take(job)).toBeDefined();
  });

  it("are kept for as long as the process lives, and free twenty seconds after it died", async () => {
    const { process, advance, now, leaseUntil } = await openWorld();
    const [holder, other] = [await process(), await process()];
    const turn = await holder.turns.take(job);
    const renewals = async (seconds: number) => {
      advance(seconds * 1000);
      await holder.timers.advance(seconds * 1000);
      await vi.waitFor(async () => expect(await leaseUntil()).toBe(now() + 20_000), 10_000);
    };
    for (let round = 0; round < 10; round += 1) {
      await renewals(5);
      expect(await other.turns.take(job)).toBeUndefined();
    }
    advance(19_999);
    expect(await other.turns.take(job)).toBeUndefined();
    advance(1);
    expect(await other.turns.take(job)).toBeDefined();
    // What comes back from the dead does not end another's turn.
    await turn?.end();
    expect(await (await process()).turns.take(job)).toBeUndefined();
  });

  it("are not lost to a clock that was wrong", async () => {
    const { process, advance } = await openWorld();
    const { turns } = await process();
    advance(365 * 24 * 60 * MINUTE);
    await (await turns.take(job))?.end();
    await turns.take({ ...job, id: "other" });
    advance(-365 * 24 * 60 * MINUTE);
    expect(await turns.dueInMs(job)).toBe(0);
    expect(await turns.take(job)).toBeDefined();
    expect(await turns.take({ ...job, id: "other" })).toBeDefined();
  });

  it("let two runners run a job as often as one would", async () => {
    const { process, advance } = await openWorld();
    const clock = { now: () => 0, isDemonstration: true };
    let runs = 0;
    let isRunning = false;
    const counted = {
      ...job,
      run: async () => {
        expect(isRunning).toBe(false);
        isRunning = true;
        await Promise.resolve();
        runs += 1;
        isRunning = false;
      },
    };
    const processes = [await process(), await process()];
    const runners = processes.map(({ turns, timers }) =>
      runJobs(
        [counted],
        { clock, logger: keptLogger().logger },
        { turns, schedule: timers.schedule },
      ),
    );
    for (let minute = 0; minute < 45; minute += 1) {
      advance(MINUTE);
      for (const { timers } of processes) {
        await timers.advance(MINUTE);
        // At rest it waits for its next turn, and for nothing else.
        await vi.waitFor(() => expect(timers.pending()).toHaveLength(1), 10_000);
      }
    }
    await Promise.all(runners.map((runner) => runner.close()));
    expect(runs).toBe(4);
  });
});
