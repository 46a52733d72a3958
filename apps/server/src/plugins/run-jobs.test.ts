import { describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { runJobs } from "./run-jobs.ts";

const MINUTE = 60_000;

function start(jobs: Readonly<Record<string, () => Promise<void> | void>>, everyMinutes = 10) {
  const { logger, lines } = keptLogger();
  const timers = manualSchedule();
  const clock = { now: () => 1_000, isDemonstration: true };
  const runner = runJobs(
    Object.entries(jobs).map(([id, run]) => ({ plugin: "feeds", id, everyMinutes, run })),
    { clock, logger },
    { schedule: timers.schedule },
  );
  return { runner, timers, lines };
}

describe("jobs", () => {
  it("run one interval after the start, and again one interval after each end", async () => {
    let runs = 0;
    const { timers } = start({ count: () => void (runs += 1) });
    await timers.advance(10 * MINUTE - 1);
    expect(runs).toBe(0);
    await timers.advance(1);
    expect(runs).toBe(1);
    await timers.advance(25 * MINUTE);
    expect(runs).toBe(3);
  });

  it("never overlap themselves: the interval begins when the run has ended", async () => {
    const ends: (() => void)[] = [];
    const { timers, lines } = start({
      slow: () => new Promise<void>((resolve) => void ends.push(resolve)),
    });
    await timers.advance(35 * MINUTE);
    expect(ends).toHaveLength(1);
    expect(lines).toMatchObject([{ job: "slow", msg: "A job takes longer than its interval" }]);
    ends[0]?.();
    await timers.advance(9 * MINUTE);
    expect(ends).toHaveLength(1);
    await timers.advance(MINUTE);
    expect(ends).toHaveLength(2);
  });

  it("that throw are logged, tried at their next time, and hold up no other", async () => {
    const ran: string[] = [];
    const { timers, lines } = start({
      broken: () => {
        ran.push("broken");
        throw new Error("no network");
      },
      sound: () => void ran.push("sound"),
    });
    await timers.advance(20 * MINUTE);
    expect(ran.toSorted()).toEqual(["broken", "broken", "sound", "sound"]);
    expect(lines).toMatchObject([
      { plugin: "feeds", job: "broken", msg: "A job failed" },
      { plugin: "feeds", job: "broken", msg: "A job failed" },
    ]);
  });

  it("are waited for at the end, and none begins after it", async () => {
    const ends: (() => void)[] = [];
    let isClosed = false;
    const { runner, timers } = start({
      slow: () => new Promise<void>((resolve) => void ends.push(resolve)),
    });
    await timers.advance(10 * MINUTE);
    const closed = runner.close().then(() => (isClosed = true));
    await timers.advance(1000);
    expect(isClosed).toBe(false);
    ends[0]?.();
    await closed;
    await timers.advance(60 * MINUTE);
    expect(ends).toHaveLength(1);
  });

  it("that hang hold the end up for ten seconds at most", async () => {
    const { runner, timers, lines } = start({ stuck: () => new Promise(() => undefined) });
    await timers.advance(10 * MINUTE);
    const closed = runner.close();
    await timers.advance(10_000);
    await closed;
    expect(lines.at(-1)?.msg).toBe("Jobs were still running when the server stopped");
  });
});
