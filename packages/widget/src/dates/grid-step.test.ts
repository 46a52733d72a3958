import { describe, expect, it } from "vitest";
import { gridStep, type GridPlace } from "./grid-step.ts";

const place: GridPlace = { date: "2026-09-09", row: 1 };

describe("keys in the grid of a month", () => {
  it.each([
    ["ArrowLeft", false, "2026-09-08"],
    ["ArrowRight", false, "2026-09-10"],
    ["ArrowUp", false, "2026-09-02"],
    ["ArrowDown", false, "2026-09-16"],
    ["Home", false, "2026-09-07"],
    ["End", false, "2026-09-13"],
    ["PageUp", false, "2026-08-09"],
    ["PageDown", false, "2026-10-09"],
    ["PageUp", true, "2025-09-09"],
    ["PageDown", true, "2027-09-09"],
  ])("%s (with Shift: %s) leads to %s", (key, isShifted, date) => {
    expect(gridStep(key, isShifted, "month", 5, place)?.date).toBe(date);
  });

  it("lead nowhere else", () => {
    expect(gridStep("a", false, "month", 5, place)).toBeUndefined();
    expect(gridStep("Tab", false, "month", 5, place)).toBeUndefined();
  });
});

describe("keys in the grid of a week", () => {
  it("lead up and down to other spaces, as far as there are any", () => {
    const to = (key: string, row: number) =>
      gridStep(key, false, "week", 3, { ...place, row })?.row;
    expect([to("ArrowUp", 1), to("ArrowDown", 1), to("ArrowUp", 0), to("ArrowDown", 2)]).toEqual([
      0, 2, 0, 2,
    ]);
  });

  it("lead up and down to other weeks where there is one space alone", () => {
    const to = (key: string) => gridStep(key, false, "week", 1, { date: place.date, row: 0 })?.date;
    expect([to("ArrowUp"), to("ArrowDown")]).toEqual(["2026-09-02", "2026-09-16"]);
  });

  it("turn pages by a week, with Shift by a month, in the same row", () => {
    expect(gridStep("PageDown", false, "week", 3, place)).toEqual({ date: "2026-09-16", row: 1 });
    expect(gridStep("PageUp", true, "week", 3, place)).toEqual({ date: "2026-08-09", row: 1 });
  });
});
