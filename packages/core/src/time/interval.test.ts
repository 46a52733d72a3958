import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  intersectIntervals,
  type Interval,
  mergeIntervals,
  overlaps,
  subtractIntervals,
} from "./interval.ts";

const SPAN = 40;

const interval = fc
  .tuple(fc.integer({ min: 0, max: SPAN - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, SPAN) }));
const intervals = fc.array(interval, { maxLength: 8 });

/** The oracle: which instants of the span lie in any of the intervals. */
function instantsOf(list: readonly Interval[]): boolean[] {
  return Array.from({ length: SPAN }, (_, at) =>
    list.some(({ start, end }) => start <= at && at < end),
  );
}

function isMergedForm(list: readonly Interval[]): boolean {
  return list.every(({ start, end }, index) => {
    const next = list[index + 1];
    return start < end && (next === undefined || end < next.start);
  });
}

describe("intervals", () => {
  it("overlap if they share an instant, not if they touch", () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true);
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(overlaps({ start: 5, end: 5 }, { start: 0, end: 9 })).toBe(false);
  });

  it("overlap symmetrically, and exactly where they intersect", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(intersectIntervals([a], [b]).length > 0);
      }),
    );
  });

  it("contain what starts and ends with them", () => {
    expect(contains({ start: 0, end: 5 }, { start: 0, end: 5 })).toBe(true);
    expect(contains({ start: 0, end: 5 }, { start: 1, end: 6 })).toBe(false);
    expect(contains({ start: 1, end: 5 }, { start: 0, end: 5 })).toBe(false);
  });

  it("merge to the fewest that hold the same instants, in any order of input", () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list);
        expect(isMergedForm(merged)).toBe(true);
        expect(instantsOf(merged)).toEqual(instantsOf(list));
        expect(mergeIntervals(list.toReversed())).toEqual(merged);
      }),
    );
  });

  it("leave their input as it was", () => {
    const list = [
      { start: 5, end: 6 },
      { start: 0, end: 9 },
    ];
    mergeIntervals(list);
    expect(list).toEqual([
      { start: 5, end: 6 },
      { start: 0, end: 9 },
    ]);
  });

  it("subtract instant by instant", () => {
    fc.assert(
      fc.property(intervals, intervals, (open, busy) => {
        const free = subtractIntervals(open, busy);
        const [isOpen, isBusy] = [instantsOf(open), instantsOf(busy)];
        expect(instantsOf(free)).toEqual(isOpen.map((value, at) => value && isBusy[at] === false));
        expect(isMergedForm(free)).toBe(true);
      }),
    );
  });

  it("intersect instant by instant", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const shared = intersectIntervals(a, b);
        const [inA, inB] = [instantsOf(a), instantsOf(b)];
        expect(instantsOf(shared)).toEqual(inA.map((value, at) => value && inB[at] === true));
        expect(isMergedForm(shared)).toBe(true);
      }),
    );
  });

  it("are partitioned by what is busy: free and busy share nothing and make up the whole", () => {
    fc.assert(
      fc.property(intervals, intervals, (open, busy) => {
        const free = subtractIntervals(open, busy);
        const taken = intersectIntervals(open, busy);
        expect(intersectIntervals(free, taken)).toEqual([]);
        expect(mergeIntervals([...free, ...taken])).toEqual(mergeIntervals(open));
      }),
    );
  });

  it("give nothing from nothing", () => {
    expect(mergeIntervals([])).toEqual([]);
    expect(subtractIntervals([], [{ start: 0, end: 1 }])).toEqual([]);
    expect(subtractIntervals([{ start: 0, end: 1 }], [])).toEqual([{ start: 0, end: 1 }]);
  });

  it.each([
    { start: 3, end: 3 },
    { start: 4, end: 3 },
    { start: Number.NaN, end: 3 },
  ])("are refused by the sweeps if they hold no instant: %j", (bad) => {
    const good = { start: 0, end: 9 };
    const refusal = expect.objectContaining({ code: "INTERVAL_INVALID" });
    expect(() => mergeIntervals([good, bad])).toThrow(refusal);
    expect(() => subtractIntervals([good], [bad])).toThrow(refusal);
    expect(() => intersectIntervals([bad], [good])).toThrow(refusal);
  });
});
