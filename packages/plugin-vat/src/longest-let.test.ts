import { describe, expect, it } from "vitest";
import { longestLet } from "./longest-let.ts";
import type { VatSession } from "./vat-facts.ts";

const session = (date: string, startTime: string, endTime: string, space = "hall"): VatSession => ({
  date,
  startTime,
  endTime,
  space,
  spaceKind: "sportsHall",
  premises: "main-site",
});

describe("longestLet", () => {
  it("joins sessions that leave no break, over midnight too, in whatever order they come", () => {
    const weekend = [
      session("2026-09-12", "08:00", "24:00"),
      session("2026-09-13", "00:00", "18:00"),
    ];
    expect(longestLet(weekend)).toEqual({ minutes: 34 * 60, isWhole: true });
    expect(longestLet(weekend.toReversed())).toEqual({ minutes: 34 * 60, isWhole: true });
  });

  it("is broken by a minute, and by another space", () => {
    const broken = [
      session("2026-09-12", "08:00", "24:00"),
      session("2026-09-13", "00:01", "18:00"),
    ];
    expect(longestLet(broken)).toEqual({ minutes: 1079, isWhole: false });
    const apart = [
      session("2026-09-12", "08:00", "24:00"),
      session("2026-09-13", "00:00", "18:00", "pitch"),
    ];
    expect(longestLet(apart)).toEqual({ minutes: 18 * 60, isWhole: false });
  });

  it("is not the whole of a booking that has other sessions", () => {
    const more = [
      session("2026-09-12", "00:00", "24:00"),
      session("2026-09-13", "00:00", "02:00"),
      session("2026-09-20", "18:00", "19:00"),
    ];
    expect(longestLet(more)).toEqual({ minutes: 26 * 60, isWhole: false });
    expect(longestLet([])).toEqual({ minutes: 0, isWhole: false });
  });
});
