import { describe, expect, it } from "vitest";
import { allowedMinutes } from "./allowed-minutes.ts";

describe("allowedMinutes", () => {
  it("is what is wished for where the space allows it, and otherwise what comes nearest", () => {
    const terms = { minimumMinutes: 50, maximumMinutes: 130, startGridMinutes: 20 };
    const wished = [0, 60, 61, 100, 120, 500];
    expect(wished.map((minutes) => allowedMinutes(terms, minutes))).toEqual([
      60, 60, 80, 100, 120, 120,
    ]);
  });
});
