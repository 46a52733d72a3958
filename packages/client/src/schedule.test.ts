import { describe, expect, it } from "vitest";
import { manualSchedule } from "../test/manual-schedule.ts";
import { hostSchedule, pause } from "./schedule.ts";

describe("a pause", () => {
  it("lasts as long as it is told", async () => {
    const time = manualSchedule();
    await time.settle(pause(time.schedule, 700));
    expect(time.now()).toBe(700);
  });

  it("ends when its signal is aborted, and leaves no timer behind", async () => {
    const time = manualSchedule();
    const controller = new AbortController();
    const paused = pause(time.schedule, 700, controller.signal);
    controller.abort();
    await paused;
    const nothing = new Promise<never>(() => undefined);
    await expect(time.settle(nothing)).rejects.toThrow("no timer");
  });

  it("is no pause at all when the signal is aborted already", async () => {
    const time = manualSchedule();
    await time.settle(pause(time.schedule, 700, AbortSignal.abort()));
    expect(time.now()).toBe(0);
  });
});

describe("the timers of the host", () => {
  it("never run work at once that is far ahead", async () => {
    const done: string[] = [];
    const cancel = hostSchedule(Number.POSITIVE_INFINITY, () => void done.push("too soon"));
    await new Promise<void>(
      (resolve) => void hostSchedule(2, () => resolve(void done.push("then"))),
    );
    cancel();
    expect(done).toEqual(["then"]);
  });

  it("run work once, and not when they are cancelled", async () => {
    const done: string[] = [];
    const cancel = hostSchedule(0, () => void done.push("cancelled"));
    cancel();
    await new Promise<void>(
      (resolve) => void hostSchedule(0, () => resolve(void done.push("run"))),
    );
    expect(done).toEqual(["run"]);
  });
});
