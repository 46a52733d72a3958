import { describe, expect, it } from "vitest";
import { slots } from "./slots.ts";

describe("slots", () => {
  it("lists each start on the grid from which the whole length is free", () => {
    const free = [
      { start: "17:05", end: "18:30" },
      { start: "21:00", end: "22:00" },
    ];
    expect(slots(free, 60, 15)).toEqual([
      { start: "17:15", end: "18:15" },
      { start: "17:30", end: "18:30" },
      { start: "21:00", end: "22:00" },
    ]);
  });

  it("counts the grid from midnight, and may end there", () => {
    expect(slots([{ start: "21:10", end: "24:00" }], 90, 45)).toEqual([
      { start: "21:45", end: "23:15" },
      { start: "22:30", end: "24:00" },
    ]);
  });

  it("has none where nothing fits, or where the end would be off the grid", () => {
    expect(slots([], 60, 15)).toEqual([]);
    expect(slots([{ start: "17:00", end: "17:45" }], 60, 15)).toEqual([]);
    expect(slots([{ start: "17:00", end: "22:00" }], 50, 15)).toEqual([]);
  });

  it("refuses numbers that are no minutes of a day", () => {
    for (const [length, grid] of [
      [0, 15],
      [60, 0],
      [60, 1.5],
      [1441, 15],
    ] as const) {
      expect(() => slots([], length, grid)).toThrow(
        expect.objectContaining({ code: "REQUEST_INVALID" }),
      );
    }
  });
});
