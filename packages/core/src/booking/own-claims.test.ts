import { describe, expect, it } from "vitest";
import { ownClaims } from "./own-claims.ts";

describe("ownClaims", () => {
  it("finds the date in the way on any of the leaves, and none where holds only touch", () => {
    const own = ownClaims();
    own.add("2026-09-09", ["a"], { start: 20, end: 30 });
    own.add("2026-09-08", ["a", "b"], { start: 0, end: 10 });
    expect(own.clashingDate(["a"], { start: 10, end: 20 })).toBeUndefined();
    expect(own.clashingDate(["a"], { start: 10, end: 21 })).toBe("2026-09-09");
    expect(own.clashingDate(["c", "b"], { start: 9, end: 12 })).toBe("2026-09-08");
    expect(own.clashingDate(["b"], { start: 20, end: 30 })).toBeUndefined();
    expect(own.clashingDate(["a"], { start: 2, end: 3 })).toBe("2026-09-08");
  });
});
