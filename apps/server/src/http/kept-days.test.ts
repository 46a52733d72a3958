import { describe, expect, it } from "vitest";
import { keepDays, type DaysOfSchool, type WrittenRow } from "./kept-days.ts";

/** Days from day 100 on, each a text of its own, written at moment 10. */
function row(texts: readonly string[], changesAt = Infinity): WrittenRow {
  const days = texts.map((text) => ({ bytes: Buffer.from(text), writtenAt: 10, changesAt }));
  return { space: "hall", first: 100, days };
}

function textsIn(
  days: DaysOfSchool,
  first: number,
  count: number,
  now = 10,
): (string | undefined)[] {
  const wanted = { space: "hall", first, count, now };
  return days.at(wanted).days.map((day) => day && Buffer.from(day.bytes).toString());
}

describe("keepDays", () => {
  it("gives back the days that it has, each in its place", () => {
    const days = keepDays(1_000).ofSchool("ysgol", 7, "");
    days.keep(row(["Monday", "Tuesday"]));
    expect(textsIn(days, 99, 4)).toEqual([undefined, "Monday", "Tuesday", undefined]);
    expect(days.at({ space: "gym", first: 100, count: 1, now: 10 }).days).toEqual([undefined]);
  });

  it("keeps days written in one manner apart from those in another", () => {
    const kept = keepDays(1_000);
    kept.ofSchool("ysgol", 7, "60").keep(row(["Monday"]));
    expect(textsIn(kept.ofSchool("ysgol", 7, ""), 100, 1)).toEqual([undefined]);
    expect(textsIn(kept.ofSchool("ysgol", 7, "60"), 100, 1)).toEqual(["Monday"]);
  });

  it("gives a day only from when it was written until it changes", () => {
    const days = keepDays(1_000).ofSchool("ysgol", 7, "");
    days.keep(row(["Monday"], 20));
    const found = [9, 10, 19, 20].map((now) => textsIn(days, 100, 1, now)[0]);
    expect(found).toEqual([undefined, "Monday", "Monday", undefined]);
  });

  it("forgets a school at its next revision, and takes nothing from answers that come late", () => {
    const kept = keepDays(1_000);
    const old = kept.ofSchool("ysgol", 7, "");
    const present = kept.ofSchool("ysgol", 8, "");
    old.keep(row(["of revision 7"]));
    expect(textsIn(present, 100, 1)).toEqual([undefined]);
    present.keep(row(["of revision 8"]));
    kept.ofSchool("ysgol", 7, "").keep(row(["of revision 7"]));
    expect(textsIn(kept.ofSchool("ysgol", 8, ""), 100, 1)).toEqual(["of revision 8"]);
  });

  it("forgets the schools that were asked for longest ago rather than hold more than its limit", () => {
    const kept = keepDays(20);
    for (const school of ["one", "two", "three", "four"]) {
      kept.ofSchool(school, 1, "").keep(row(["12345"]));
    }
    expect(textsIn(kept.ofSchool("one", 1, ""), 100, 1)).toEqual(["12345"]);
    kept.ofSchool("five", 1, "").keep(row(["12345"]));
    const left = ["one", "two", "three", "four", "five"].filter(
      (school) => textsIn(kept.ofSchool(school, 1, ""), 100, 1)[0] !== undefined,
    );
    expect(left).toEqual(["one", "three", "four", "five"]);
    kept.ofSchool("five", 1, "").keep(row(["longer than all that may be kept"]));
    expect(textsIn(kept.ofSchool("five", 1, ""), 100, 1)).toEqual([undefined]);
  });
});
