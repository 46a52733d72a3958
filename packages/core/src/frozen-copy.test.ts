import { describe, expect, it } from "vitest";
import { frozenCopy } from "./frozen-copy.ts";

describe("frozenCopy", () => {
  it("freezes the copy at every depth and leaves the original as it was", () => {
    const original = { list: [{ name: "hall" }], count: 1, none: null };
    const copy = frozenCopy(original);
    expect(copy).toEqual(original);
    for (const value of [copy, copy.list, copy.list[0]]) expect(Object.isFrozen(value)).toBe(true);
    for (const value of [original, original.list, original.list[0]]) {
      expect(Object.isFrozen(value)).toBe(false);
    }
  });

  it.each([undefined, null, 5, "text", true])("passes %s through", (value) => {
    expect(frozenCopy(value)).toBe(value);
  });
});
