import { describe, expect, it } from "vitest";
import { isId, newId } from "./ids.ts";

const NOW = Date.UTC(2026, 7, 24, 8);

describe("newId", () => {
  it("has its prefix and thirty-six letters that can't be mistaken for each other", () => {
    expect(newId("bok", NOW)).toMatch(/^bok_[0-9abcdefghjkmnpqrstvwxyz]{36}$/);
    expect(isId("bok", newId("bok", NOW))).toBe(true);
  });

  it("never comes twice", () => {
    const ids = Array.from({ length: 20_000 }, () => newId("key", NOW));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("uses every letter in every random place", () => {
    const ids = Array.from({ length: 2_000 }, () => newId("hir", NOW).slice(-26));
    for (let place = 0; place < 25; place += 1) {
      expect(new Set(ids.map((id) => id[place])).size).toBe(32);
    }
    // 128 bits are twenty-five letters and three bits.
    expect(new Set(ids.map((id) => id[25])).size).toBe(8);
  });

  it("sorts by the time it was made at", () => {
    const times = [0, 1, 31, 32, NOW - 1, NOW, NOW + 1, Date.UTC(2100, 0)];
    const ids = times.map((time) => newId("bok", time));
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe("isId", () => {
  it.each([
    "bok_",
    "blk_0123",
    "",
    "bok_" + "i".repeat(36),
    `hir_${"0".repeat(36)}`,
    "bok_" + "0".repeat(37),
  ])("refuses %j as the id of a booking", (text) => {
    expect(isId("bok", text)).toBe(false);
  });
});
