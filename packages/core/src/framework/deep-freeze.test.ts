import { describe, expect, it } from "vitest";
import { deepFreeze } from "./deep-freeze.ts";

describe("deepFreeze", () => {
  it("freezes objects and lists at every depth, and returns the same value", () => {
    const value = { list: [{ inner: { text: "neuadd" } }], nothing: null };
    expect(deepFreeze(value)).toBe(value);
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value.list)).toBe(true);
    expect(Object.isFrozen(value.list[0]?.inner)).toBe(true);
  });

  it("gives back what cannot be frozen", () => {
    expect([deepFreeze("text"), deepFreeze(1), deepFreeze(undefined)]).toEqual([
      "text",
      1,
      undefined,
    ]);
  });

  it("ends on a value that holds itself", () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(deepFreeze(ring)).toBe(ring);
  });
});
