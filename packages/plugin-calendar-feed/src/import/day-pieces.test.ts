import { toInstant } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { dayPieces } from "./day-pieces.ts";

const ZONE = "Europe/London";
const EVENT = { event: "a" };
const at = (date: string, time: string) => toInstant(date, time, ZONE);
const now = at("2026-08-24", "09:00");

describe("dayPieces", () => {
  it("splits at midnight, and joins what overlaps or touches", () => {
    const taken = [
      { ...EVENT, start: at("2026-09-08", "22:00"), end: at("2026-09-10", "02:00") },
      { ...EVENT, start: at("2026-09-10", "01:00"), end: at("2026-09-10", "03:00") },
      { ...EVENT, start: at("2026-09-10", "03:00"), end: at("2026-09-10", "04:00") },
    ];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-09-08", startTime: "22:00", endTime: "24:00", events: ["a"] },
      { date: "2026-09-09", startTime: "00:00", endTime: "24:00", events: ["a"] },
      { date: "2026-09-10", startTime: "00:00", endTime: "04:00", events: ["a"] },
    ]);
  });

  it("knows the events of each, unless they are too many to note", () => {
    const at18 = { start: at("2026-09-08", "18:00"), end: at("2026-09-08", "19:00") };
    const at20 = { start: at("2026-09-08", "20:00"), end: at("2026-09-08", "21:00") };
    const many = Array.from({ length: 21 }, (_, index) => ({ ...at20, event: `${index}` }));
    const taken = [{ ...at18, event: "b" }, { ...at18, event: "a" }, ...many];
    expect(dayPieces(taken, ZONE, now).map(({ events }) => events)).toEqual([
      ["a", "b"],
      undefined,
    ]);
  });

  it("takes whole minutes, and leaves out what is over", () => {
    const taken = [
      { ...EVENT, start: at("2026-08-23", "20:00"), end: at("2026-08-24", "08:00") },
      { ...EVENT, start: at("2026-09-08", "18:00") + 30_000, end: at("2026-09-08", "18:59") + 1 },
    ];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-09-08", startTime: "18:00", endTime: "19:00", events: ["a"] },
    ]);
  });

  it("knows the days when clocks change", () => {
    const taken = [{ ...EVENT, start: at("2026-10-25", "00:00"), end: at("2026-10-26", "00:00") }];
    expect(dayPieces(taken, ZONE, now)).toEqual([
      { date: "2026-10-25", startTime: "00:00", endTime: "24:00", events: ["a"] },
    ]);
  });
});
