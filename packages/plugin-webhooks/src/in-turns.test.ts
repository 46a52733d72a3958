import { describe, expect, it } from "vitest";
import { inTurns } from "./in-turns.ts";

/** Work that notes when it begins and ends, and fails when it is told to. */
function notedWork() {
  const notes: string[] = [];
  let count = 0;
  const failing = new Set<number>();
  return {
    notes,
    failing,
    run: async () => {
      const turn = (count += 1);
      notes.push(`begin ${turn}`);
      await Promise.resolve();
      notes.push(`end ${turn}`);
      if (failing.has(turn)) throw new Error(`turn ${turn} failed`);
    },
  };
}

describe("inTurns", () => {
  it("runs what is asked for at once one after the other", async () => {
    const work = notedWork();
    const turns = inTurns(work.run);
    await Promise.all([turns.take(), turns.take()]);
    expect(work.notes).toEqual(["begin 1", "end 1", "begin 2", "end 2"]);
  });

  it("tells only the one who asked that a turn has failed, and goes on", async () => {
    const work = notedWork();
    work.failing.add(1);
    const turns = inTurns(work.run);
    const [first, second] = await Promise.allSettled([turns.take(), turns.take()]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("waits for all that was asked for, and for nothing when nothing was", async () => {
    const work = notedWork();
    const turns = inTurns(work.run);
    await turns.allTaken();
    work.failing.add(2);
    for (const turn of [turns.take(), turns.take()]) turn.catch(() => undefined);
    await turns.allTaken();
    expect(work.notes).toHaveLength(4);
  });
});
