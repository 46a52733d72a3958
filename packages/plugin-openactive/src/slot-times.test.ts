import { localTime, minutesOfDay, type Space } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotTimes } from "./slot-times.ts";

const terms: Space["terms"] = {
  turnaroundMinutes: 0,
  minimumMinutes: 30,
  maximumMinutes: 1440,
  startGridMinutes: 15,
  noticeHours: 0,
  horizonDays: 400,
};

const evening = { start: "17:00", end: "20:30" };

describe("the slots of a day", () => {
  it("follow each other from the opening, and leave out what is too short at the end", () => {
    expect(slotTimes({ open: [evening], askable: [evening] }, terms, 60)).toEqual([
      { start: "17:00", end: "18:00", isFree: true },
      { start: "18:00", end: "19:00", isFree: true },
      { start: "19:00", end: "20:00", isFree: true },
    ]);
  });

  it("are taken as soon as a part of them is", () => {
    const askable = [
      { start: "17:00", end: "18:15" },
      { start: "19:00", end: "20:30" },
    ];
    const slots = slotTimes({ open: [evening], askable }, terms, 60);
    expect(slots.map(({ isFree }) => isFree)).toEqual([true, false, true]);
  });

  it("begin on the grid of the space, and have a length that its terms allow", () => {
    const open = [{ start: "17:10", end: "22:00" }];
    const long = { ...terms, minimumMinutes: 90, startGridMinutes: 30 };
    expect(slotTimes({ open, askable: [] }, long, 60)[0]).toMatchObject({
      start: "17:30",
      end: "19:00",
    });
    const first = (given: Partial<Space["terms"]>, minutes: number) =>
      slotTimes({ open: [evening], askable: [] }, { ...terms, ...given }, minutes)[0]?.end;
    expect(first({ maximumMinutes: 45 }, 60)).toBe("17:45");
    expect(first({ startGridMinutes: 60, minimumMinutes: 45 }, 45)).toBe("18:00");
    expect(
      first({ startGridMinutes: 60, minimumMinutes: 40, maximumMinutes: 50 }, 45),
    ).toBeUndefined();
  });

  const interval = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => ({ start: localTime(start * 15), end: localTime(end * 15) }));

  it("lie within the opening, never overlap, and are free exactly when every minute of theirs can be asked for", () => {
    fc.assert(
      fc.property(
        interval,
        fc.array(interval, { maxLength: 3 }),
        fc.constantFrom(30, 45, 60, 90, 120),
        (open, askable, minutes) => {
          const slots = slotTimes({ open: [open], askable }, terms, minutes);
          let last = minutesOfDay(open.start);
          for (const { start, end, isFree } of slots) {
            expect(minutesOfDay(start)).toBe(last);
            last = minutesOfDay(end);
            expect(last - minutesOfDay(start)).toBe(minutes);
            const holder = askable.find(
              (one) =>
                minutesOfDay(one.start) <= minutesOfDay(start) && last <= minutesOfDay(one.end),
            );
            expect(isFree).toBe(holder !== undefined);
          }
          expect(minutesOfDay(open.end) - last).toBeLessThan(minutes);
        },
      ),
      { numRuns: 200 },
    );
  });
});
