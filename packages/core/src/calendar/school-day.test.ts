import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { dayNumber, localDate, weekdayOf, type LocalDate } from "../time/local-date.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import { areTermsKnown, knownUntil } from "./known-until.ts";
import type { CalendarEntry, CalendarLayer, LayerScope } from "./school-calendar.ts";
import { schoolDay } from "./school-day.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const wales = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };

describe("schoolDay", () => {
  it.each<[LocalDate, string, string]>([
    ["2026-09-01", "term", "term"],
    ["2026-08-31", "bankHoliday", "holiday"],
    ["2026-10-26", "halfTerm", "halfTerm"],
    ["2026-10-30", "halfTerm", "halfTerm"],
    ["2026-11-02", "term", "term"],
    ["2026-12-18", "term", "term"],
    ["2026-12-21", "holiday", "holiday"],
    ["2026-12-25", "bankHoliday", "holiday"],
    ["2027-05-03", "bankHoliday", "term"],
    ["2027-05-31", "bankHoliday", "halfTerm"],
    ["2027-07-20", "term", "term"],
    ["2027-07-21", "holiday", "holiday"],
  ])("makes %s %s, in %s", (date, kind, period) => {
    expect(schoolDay(wales, date)).toMatchObject({ date, kind, period });
  });

  it.each<[string, LocalDate, string]>([
    ["in the middle of term", "2026-09-12", "term"],
    ["before a half term, as part of it", "2026-10-24", "halfTerm"],
    ["after a half term, as part of it", "2026-11-01", "halfTerm"],
    ["after the end of term", "2026-12-19", "holiday"],
    ["before the start of term", "2027-01-03", "holiday"],
  ])(
    "calls Saturday and Sunday a weekend, with the period they lie in: %s",
    (_case, date, period) => {
      expect(schoolDay(wales, date)).toMatchObject({ kind: "weekend", period });
    },
  );

  it("names the term, the half term and the bank holiday in both languages", () => {
    expect(schoolDay(wales, "2026-09-08").name).toEqual({
      cy: "Tymor yr Hydref",
      en: "Autumn term",
    });
    expect(schoolDay(wales, "2026-10-27").name).toEqual({ cy: "Hanner tymor", en: "Half term" });
    expect(schoolDay(wales, "2026-12-28").name).toEqual({
      cy: "Gŵyl San Steffan (diwrnod yn lle)",
      en: "Boxing Day (substitute day)",
    });
    expect(schoolDay(wales, "2026-12-21").name).toBeUndefined();
  });

  it("tells who says so", () => {
    expect(schoolDay(wales, "2026-09-08").source).toContain("Welsh Government");
    expect(schoolDay(wales, "2026-12-25").source).toBe("https://www.gov.uk/bank-holidays");
    expect(schoolDay(wales, "2026-12-21").source).toContain("Welsh Government");
  });

  it("gives a bank holiday its observed day only: 28 December 2026, not the Saturday", () => {
    expect(schoolDay(wales, "2026-12-26")).toMatchObject({ kind: "weekend", isBankHoliday: false });
    expect(schoolDay(wales, "2026-12-28")).toMatchObject({
      kind: "bankHoliday",
      isBankHoliday: true,
    });
  });

  it("refuses a date that does not exist", () => {
    expect(() => schoolDay(wales, "2026-02-30")).toThrow(CoreError);
  });

  it("gives the same frozen day when asked again", () => {
    const day = schoolDay(wales, "2026-09-08");
    expect(schoolDay(wales, "2026-09-08")).toBe(day);
    expect(Object.isFrozen(day)).toBe(true);
  });
});

describe("entries", () => {
  it("of the school win over the authority's, and those over national ones", () => {
    const calendar = {
      layers: [
        layer("national", [entry("bankHoliday", "2026-09-08")]),
        layer("authority", [entry("inset", "2026-09-08"), entry("inset", "2026-09-09")]),
        layer("school", [entry("term", "2026-09-08")]),
      ],
    };
    expect(schoolDay(calendar, "2026-09-08")).toMatchObject({ kind: "term", source: "school" });
    expect(schoolDay(calendar, "2026-09-09")).toMatchObject({ kind: "inset", source: "authority" });
  });

  it("keep a bank holiday a bank holiday even where the school says otherwise", () => {
    const calendar = { layers: [...wales.layers, layer("school", [entry("inset", "2027-05-03")])] };
    expect(schoolDay(calendar, "2027-05-03")).toMatchObject({ kind: "inset", isBankHoliday: true });
  });

  it("of one layer give way to the most restrictive kind, whatever their order", () => {
    const kinds = [
      "closure",
      "pollingDay",
      "bankHoliday",
      "inset",
      "holiday",
      "halfTerm",
      "term",
    ] as const;
    for (const [index, kind] of kinds.entries()) {
      const entries = kinds.slice(index).map((other) => entry(other, "2026-09-08"));
      for (const order of [entries, entries.toReversed()]) {
        expect(schoolDay({ layers: [layer("school", order)] }, "2026-09-08").kind).toBe(kind);
      }
    }
  });

  it("of one layer and kind give way to the shortest span", () => {
    const week = {
      ...entry("closure", "2026-09-07", "2026-09-11"),
      name: { cy: "Wythnos", en: "Week" },
    };
    const day = { ...entry("closure", "2026-09-08"), name: { cy: "Diwrnod", en: "Day" } };
    const calendar = { layers: [layer("school", [week, day])] };
    expect(schoolDay(calendar, "2026-09-08").name?.en).toBe("Day");
    expect(schoolDay(calendar, "2026-09-09").name?.en).toBe("Week");
  });

  it("hold on both their first and last day, on weekends too, and not outside", () => {
    const calendar = {
      layers: [welshTermDates, layer("school", [entry("closure", "2026-09-10", "2026-09-12")])],
    };
    expect(
      ["2026-09-09", "2026-09-10", "2026-09-12", "2026-09-13"].map(
        (date) => schoolDay(calendar, date).kind,
      ),
    ).toEqual(["term", "closure", "closure", "weekend"]);
  });

  it.each<[CalendarEntry["kind"], string]>([
    ["inset", "term"],
    ["closure", "term"],
    ["pollingDay", "term"],
    ["holiday", "holiday"],
    ["halfTerm", "halfTerm"],
  ])("of kind %s leave the day in %s", (kind, period) => {
    const calendar = { layers: [welshTermDates, layer("school", [entry(kind, "2026-09-08")])] };
    expect(schoolDay(calendar, "2026-09-08")).toMatchObject({ kind, period });
  });

  it("of a lower layer still tell the period that a closure lies in", () => {
    const calendar = {
      layers: [
        welshTermDates,
        layer("authority", [entry("holiday", "2026-09-08")]),
        layer("school", [entry("closure", "2026-09-08")]),
      ],
    };
    expect(schoolDay(calendar, "2026-09-08")).toMatchObject({ kind: "closure", period: "holiday" });
  });
});

describe("terms", () => {
  it("of a foundation school replace the authority's for that school year, and for no other", () => {
    const own: CalendarLayer = {
      ...layer("school", []),
      years: [
        {
          id: "2026/27",
          terms: [{ name: { cy: "Tymor", en: "Term" }, first: "2026-09-07", last: "2026-12-11" }],
        },
      ],
    };
    const calendar = { layers: [welshTermDates, own] };
    expect(schoolDay(calendar, "2026-09-02")).toMatchObject({ kind: "holiday", source: "school" });
    expect(schoolDay(calendar, "2026-09-07")).toMatchObject({ kind: "term", source: "school" });
    expect(schoolDay(calendar, "2027-01-05").kind).toBe("holiday");
    expect(schoolDay(calendar, "2026-07-01").kind).toBe("term");
  });
});

describe("dates for which no terms are published", () => {
  it("are holidays of no source, so that a series in term time leaves them out", () => {
    expect(schoolDay(wales, "2027-09-07")).toMatchObject({
      kind: "holiday",
      period: "holiday",
      source: "none",
    });
    expect(schoolDay(wales, "2027-09-11")).toMatchObject({ kind: "weekend", source: "none" });
    expect(schoolDay({ layers: [] }, "2026-09-08")).toMatchObject({
      kind: "holiday",
      source: "none",
    });
  });

  it("begin in August after the last school year", () => {
    expect(knownUntil(wales)).toBe("2027-07-31");
    expect(areTermsKnown(wales, "2027-07-31")).toBe(true);
    expect(areTermsKnown(wales, "2027-08-01")).toBe(false);
    expect(knownUntil({ layers: [bankHolidaysEnglandAndWales] })).toBeUndefined();
  });

  it("include those before the first year, and a year missing in between", () => {
    const year = (start: number) => ({
      id: `${start}/${start - 1999}`,
      terms: [
        { name: { cy: "Tymor", en: "Term" }, first: `${start}-09-01`, last: `${start + 1}-07-20` },
      ],
    });
    const calendar = { layers: [{ ...layer("authority", []), years: [year(2028), year(2026)] }] };
    expect(
      ["2026-07-31", "2026-08-01", "2027-07-31", "2027-09-07", "2028-08-01", "2029-07-31"].map(
        (date) => areTermsKnown(calendar, date),
      ),
    ).toEqual([false, true, true, false, true, true]);
    expect(knownUntil(calendar)).toBe("2029-07-31");
  });
});

describe("over any dates and entries", () => {
  const dates = fc
    .integer({ min: dayNumber("2025-08-01"), max: dayNumber("2027-12-31") })
    .map(localDate);
  const entries = fc.array(
    fc.record({
      kind: fc.constantFrom("closure", "inset", "holiday", "term", "pollingDay"),
      first: dates,
      days: fc.nat(20),
    }),
    { maxLength: 5 },
  );

  it("the highest layer that has an entry decides, otherwise weekends and terms do", () => {
    fc.assert(
      fc.property(dates, entries, entries, (date, authorityEntries, schoolEntries) => {
        const authority = layer("authority", authorityEntries.map(spanOf));
        const school = layer("school", schoolEntries.map(spanOf));
        const day = schoolDay(
          { layers: [bankHolidaysEnglandAndWales, welshTermDates, authority, school] },
          date,
        );
        const deciding = [school, authority, bankHolidaysEnglandAndWales]
          .map(({ entries: own = [], source }) => ({
            source,
            kinds: own
              .filter(({ first, last }) => first <= date && date <= last)
              .map(({ kind }) => kind),
          }))
          .find(({ kinds }) => kinds.length > 0);
        if (deciding) {
          expect(deciding.kinds).toContain(day.kind);
          expect(day.source).toBe(deciding.source);
        } else if (weekdayOf(dayNumber(date)) >= 6) {
          expect(day.kind).toBe("weekend");
        } else {
          expect(["term", "halfTerm", "holiday"]).toContain(day.kind);
        }
      }),
    );
  });
});

function entry(kind: CalendarEntry["kind"], first: LocalDate, last = first): CalendarEntry {
  return { kind, first, last };
}

function spanOf({
  kind,
  first,
  days,
}: {
  kind: CalendarEntry["kind"];
  first: LocalDate;
  days: number;
}) {
  return entry(kind, first, localDate(dayNumber(first) + days));
}

function layer(scope: LayerScope, entries: readonly CalendarEntry[]): CalendarLayer {
  return { id: scope, scope, source: scope, entries };
}
