import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { comeToRest, manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { shareReads } from "./share-reads.ts";

/** Something that changes, and reads of it that are counted. */
function counted() {
  const state = { value: "old", reads: 0 };
  const read = shareReads(async (key: string) => {
    state.reads += 1;
    const { value } = state;
    await nextTurn();
    return `${key} ${value}`;
  });
  return { state, read };
}

describe("shareReads", () => {
  it("reads once for all who ask in one turn, once more for each other key", async () => {
    const { state, read } = counted();
    const answers = await Promise.all([read("a"), read("b"), read("a"), read("a")]);
    expect(answers).toEqual(["a old", "b old", "a old", "a old"]);
    expect(state.reads).toBe(2);
  });

  it("sees what changed between the first question of a turn and the last", async () => {
    const { state, read } = counted();
    const first = read("a");
    state.value = "new";
    expect(await Promise.all([first, read("a")])).toEqual(["a new", "a new"]);
  });

  it("never answers from a read that began before the question", async () => {
    const { state, read } = counted();
    const early = read("a");
    await nextTurn();
    expect(state.reads).toBe(1);
    state.value = "new";
    expect(await read("a")).toBe("a new");
    expect(await early).toBe("a old");
  });

  it("runs one read at a time, which those share who asked before it began", async () => {
    const reads: ((answer: string) => void)[] = [];
    const read = shareReads(
      () =>
        new Promise<string>((resolve) => {
          reads.push(resolve);
        }),
    );
    const first = read("a");
    await nextTurn();
    const others = [read("a"), read("a")];
    await nextTurn();
    others.push(read("a"));
    await nextTurn();
    expect(reads).toHaveLength(1);
    reads[0]?.("first");
    expect(await first).toBe("first");
    await nextTurn();
    await nextTurn();
    expect(reads).toHaveLength(2);
    const late = read("a");
    reads[1]?.("second");
    expect(await Promise.all(others)).toEqual(["second", "second", "second"]);
    await nextTurn();
    await nextTurn();
    reads[2]?.("third");
    expect(await late).toBe("third");
  });

  it("lets a read that does not end keep nobody waiting for longer than five seconds", async () => {
    const timers = manualSchedule();
    const reads: ((answer: string) => void)[] = [];
    const read = shareReads(
      () =>
        new Promise<string>((resolve) => {
          reads.push(resolve);
        }),
      { schedule: timers.schedule },
    );
    const silent = read("a");
    await timers.advance(0);
    const others = [read("a"), read("a")];
    await timers.advance(4_999);
    others.push(read("a"));
    expect(reads).toHaveLength(1);
    await timers.advance(1);
    await comeToRest();
    expect(reads).toHaveLength(2);
    reads[1]?.("second");
    expect(await Promise.all(others)).toEqual(["second", "second", "second"]);
    await comeToRest();
    // Nobody waits for the silent one any more.
    const next = read("a");
    await comeToRest();
    expect(reads).toHaveLength(3);
    // Its end, should it come, is not that of another that runs.
    reads[0]?.("first");
    expect(await silent).toBe("first");
    const last = read("a");
    await comeToRest();
    expect(reads).toHaveLength(3);
    reads[2]?.("third");
    expect(await next).toBe("third");
    await comeToRest();
    reads[3]?.("fourth");
    expect(await last).toBe("fourth");
    expect(timers.pending()).toEqual([]);
  });

  it("tells all who share a read of its fault, and reads anew for the next", async () => {
    let isBroken = true;
    const read = shareReads(async (key: string) => {
      if (isBroken) throw new Error("gone");
      return key;
    });
    const outcomes = await Promise.allSettled([read("a"), read("a")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isBroken = false;
    expect(await read("a")).toBe("a");
  });
});
