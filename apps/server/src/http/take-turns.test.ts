import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { takeTurns } from "./take-turns.ts";

describe("takeTurns", () => {
  it("does work on one thing one after the other, and work on another meanwhile", async () => {
    const inTurn = takeTurns();
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await nextTurn();
      told.push(`${name} ends`);
    };
    await Promise.all([
      inTurn("hall", work("first")),
      inTurn("hall", work("second")),
      inTurn("field", work("other")),
    ]);
    expect(told.filter((line) => !line.startsWith("other"))).toEqual([
      "first begins",
      "first ends",
      "second begins",
      "second ends",
    ]);
    expect(told.indexOf("other begins")).toBeLessThan(told.indexOf("first ends"));
  });

  it("tells of a fault whoever asked for that work, and goes on", async () => {
    const inTurn = takeTurns();
    const outcomes = await Promise.allSettled([
      inTurn("hall", () => Promise.reject(new Error("gone"))),
      inTurn("hall", async () => "here"),
    ]);
    expect(outcomes).toEqual([
      { status: "rejected", reason: new Error("gone") },
      { status: "fulfilled", value: "here" },
    ]);
    expect(await inTurn("hall", async () => "again")).toBe("again");
  });
});
