import { toInstant } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { dayPieces } from "./day-pieces.ts";

const ZONE = "Europe/London";
const at = (date: string, time: string) => toInstant(date, time, ZONE);
const now = at("2026-08-24", "09:00");

describe("dayPieces", () => {
  it("splits at midnight, and joins what overlaps or touches", () => {
    const taken = [
      { start: at("2026-09-08", "22:00"), end: at("2026-09-10", "02:00") },
      { start: at("2026-09-10", "01:00"), end: at("2026-09-10", "03:00") },
      { start: at("2026-09-10", "03:00"), end: at("2026-09-10", "04:00") },
    ];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-09-08", startTime: "22:00", endTime: "24:00" },
      { date: "2026-09-09", startTime: "00:00", endTime: "24:00" },
      { date: "2026-09-10", startTime: "00:00", endTime: "04:00" },
    ]);
  });

  it("takes whole minutes, and leaves out what is over", () => {
    const taken = [
      { start: at("2026-08-23", "20:00"), end: at("2026-08-24", "08:00") },
      { start: at("2026-09-08", "18:00") + 30_000, end: at("2026-09-08", "18:59") + 1 },
    ];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-09-08", startTime: "18:00", endTime: "19:00" },
    ]);
  });

  it("knows the days when clocks change", () => {
    const taken = [{ start: at("2026-10-25", "00:00"), end: at("2026-10-26", "00:00") }];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-10-25", startTime: "00:00", endTime: "24:00" },
    ]);
  });
});
