import { describe, expect, it } from "vitest";
import { addDays } from "../time/local-date.ts";
import { affectedDates } from "./affected-dates.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import type { CalendarEntry, SchoolCalendar } from "./school-calendar.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const before: SchoolCalendar = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };
const tuesdays = Array.from({ length: 15 }, (_, week) => ({
  id: `occurrence-${week}`,
  date: addDays("2026-09-08", week * 7),
}));

describe("affectedDates", () => {
  it("lists the occurrences whose kind of day changes, with what it was and would be", () => {
    const affected = affectedDates(
      before,
      withEntry({ kind: "inset", first: "2026-11-03", last: "2026-11-10" }),
      tuesdays,
    );
    expect(
      affected.map(({ use, before: was, after: is }) => [use.id, use.date, was.kind, is.kind]),
    ).toEqual([
      ["occurrence-8", "2026-11-03", "term", "inset"],
      ["occurrence-9", "2026-11-10", "term", "inset"],
    ]);
  });

  it("lists nothing when nothing changes, or nothing is booked", () => {
    expect(affectedDates(before, { layers: [...before.layers] }, tuesdays)).toEqual([]);
    expect(affectedDates(before, { layers: [] }, [])).toEqual([]);
  });

  it("does not mind a name or a source that changes", () => {
    const renamed = {
      layers: before.layers.map((layer) => ({ ...layer, source: "Elsewhere" })),
    };
    expect(affectedDates(before, renamed, tuesdays)).toEqual([]);
  });

  it("tells a weekend that moves from term to holiday, though its kind stays", () => {
    const saturday = [{ date: "2026-12-12" }];
    const shorter: SchoolCalendar = {
      layers: [
        ...before.layers,
        {
          id: "school",
          scope: "school",
          source: "Governing body",
          years: [
            {
              id: "2026/27",
              terms: [
                { name: { cy: "Tymor", en: "Term" }, first: "2026-09-01", last: "2026-12-11" },
              ],
            },
          ],
        },
      ],
    };
    expect(affectedDates(before, shorter, saturday)).toMatchObject([
      {
        before: { kind: "weekend", period: "term" },
        after: { kind: "weekend", period: "holiday" },
      },
    ]);
  });

  it("tells the hours that change, and leaves them out where they stay", () => {
    const hall = {
      communityHours: [
        { dayKinds: ["term"], hours: [{ start: "17:00", end: "22:00" }] },
        { dayKinds: ["inset"], hours: [{ start: "12:00", end: "22:00" }] },
      ],
    } as const;
    const always = { communityHours: [{ hours: [{ start: "17:00", end: "22:00" }] }] };
    const after = withEntry({ kind: "inset", first: "2026-09-08", last: "2026-09-08" });
    const [inHall, inAlways] = affectedDates(before, after, [
      { date: "2026-09-08", space: hall },
      { date: "2026-09-08", space: always },
    ]);
    expect(inHall?.hours).toEqual({
      before: [{ start: "17:00", end: "22:00" }],
      after: [{ start: "12:00", end: "22:00" }],
    });
    expect(inAlways).toBeDefined();
    expect(inAlways?.hours).toBeUndefined();
  });

  it("tells hours that open once terms are published, though the day stays a holiday", () => {
    const space = {
      communityHours: [{ dayKinds: ["holiday"], hours: [{ start: "09:00", end: "12:00" }] }],
    } as const;
    const unpublished: SchoolCalendar = { layers: [] };
    expect(affectedDates(unpublished, before, [{ date: "2026-12-22", space }])).toMatchObject([
      { hours: { before: [], after: [{ start: "09:00", end: "12:00" }] } },
    ]);
  });
});

function withEntry(entry: CalendarEntry): SchoolCalendar {
  return {
    layers: [
      ...before.layers,
      { id: "school", scope: "school", source: "Head teacher", entries: [entry] },
    ],
  };
}
