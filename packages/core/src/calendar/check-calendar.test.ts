import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import { CalendarLayerSchema, SchoolCalendarSchema } from "./calendar-schema.ts";
import { calendarFaults, checkCalendar } from "./check-calendar.ts";
import type { CalendarEntry, CalendarLayer, SchoolYear, Term } from "./school-calendar.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const wales = { layers: [bankHolidaysEnglandAndWales, welshTermDates] };

describe("checkCalendar", () => {
  it("finds nothing wrong with the calendar of Wales, or with an empty one", () => {
    expect(calendarFaults(wales)).toEqual([]);
    expect(() => checkCalendar({ layers: [] })).not.toThrow();
  });

  it.each<[string, CalendarLayer[], string[]]>([
    ["layers out of order", wales.layers.toReversed(), ["/layers/1/scope"]],
    ["two layers of one id", [layer({}), layer({})], ["/layers/1/id"]],
    [
      "an entry that ends before it begins",
      [withEntry("2026-09-08", "2026-09-07")],
      ["/layers/0/entries/0/last"],
    ],
    [
      "dates that do not exist",
      [withEntry("2026-02-29", "2026-9-1")],
      ["/layers/0/entries/0/first", "/layers/0/entries/0/last"],
    ],
    ["an entry of 401 days", [withEntry("2026-01-01", "2027-02-05")], ["/layers/0/entries/0"]],
    [
      "an entry with a blank name",
      [
        layer({
          entries: [
            {
              kind: "inset",
              first: "2026-09-01",
              last: "2026-09-01",
              name: { cy: "", en: "INSET" },
            },
          ],
        }),
      ],
      ["/layers/0/entries/0/name/cy"],
    ],
    ["a school year that is none", [withYear("2026/28", [])], ["/layers/0/years/0/id"]],
    [
      "a school year given twice",
      [layer({ years: [year("2026/27", [autumn]), year("2026/27", [autumn])] })],
      ["/layers/0/years/1/id"],
    ],
    [
      "a term of another school year",
      [withYear("2027/28", [autumn])],
      ["/layers/0/years/0/terms/0/first"],
    ],
    [
      "terms out of order",
      [withYear("2026/27", [term("2027-01-04", "2027-03-19"), autumn])],
      ["/layers/0/years/0/terms/1/first"],
    ],
    [
      "terms that share a day",
      [withYear("2026/27", [autumn, term("2026-12-18", "2027-03-19")])],
      ["/layers/0/years/0/terms/1/first"],
    ],
    [
      "terms that share a day along with a blank name",
      [
        withYear("2026/27", [
          { ...autumn, name: { cy: "", en: "Term" } },
          term("2026-12-18", "2027-03-19"),
        ]),
      ],
      ["/layers/0/years/0/terms/0/name/cy", "/layers/0/years/0/terms/1/first"],
    ],
    [
      "a half term that reaches its term's end",
      [withYear("2026/27", [{ ...autumn, halfTerm: { first: "2026-12-14", last: "2026-12-18" } }])],
      ["/layers/0/years/0/terms/0/halfTerm"],
    ],
    [
      "a half term that ends before it begins, and a blank term name",
      [
        withYear("2026/27", [
          {
            ...autumn,
            name: { cy: "Tymor", en: " " },
            halfTerm: { first: "2026-10-30", last: "2026-10-26" },
          },
        ]),
      ],
      ["/layers/0/years/0/terms/0/name/en", "/layers/0/years/0/terms/0/halfTerm/last"],
    ],
  ])("refuses %s", (_case, layers, paths) => {
    expect(calendarFaults({ layers }).map(({ path }) => path)).toEqual(paths);
  });

  it("throws CALENDAR_INVALID with all faults at once", () => {
    const layers = [withEntry("2026-09-08", "2026-09-07"), withYear("2026/28", [])];
    const check = () => checkCalendar({ layers });
    expect(check).toThrow(CoreError);
    expect(check).toThrow(
      expect.objectContaining({
        code: "CALENDAR_INVALID",
        faults: [
          expect.objectContaining({ path: "/layers/1/id" }),
          expect.objectContaining({ path: "/layers/0/entries/0/last" }),
          expect.objectContaining({ path: "/layers/1/years/0/id" }),
        ],
      }),
    );
  });

  it("allows an entry of a leap year's length and a term without a half term", () => {
    expect(calendarFaults({ layers: [withEntry("2026-01-01", "2027-02-04")] })).toEqual([]);
    expect(
      calendarFaults({ layers: [withYear("2026/27", [term("2026-09-01", "2026-12-18")])] }),
    ).toEqual([]);
  });
});

describe("SchoolCalendarSchema", () => {
  it("takes the calendar of Wales unchanged", () => {
    expect(SchoolCalendarSchema.parse(wales)).toEqual(wales);
  });

  it.each([
    ["an unknown scope", { scope: "village" }],
    ["no source", { source: " " }],
    [
      "an entry called weekend",
      { entries: [{ kind: "weekend", first: "2026-09-12", last: "2026-09-12" }] },
    ],
    ["a year without terms", { years: [{ id: "2026/27", terms: [] }] }],
    ["a key that is not known", { owner: "somebody" }],
  ])("refuses a layer with %s", (_case, change) => {
    expect(CalendarLayerSchema.safeParse({ ...layer({}), ...change }).success).toBe(false);
  });
});

const autumn: Term = {
  name: { cy: "Tymor yr Hydref", en: "Autumn term" },
  first: "2026-09-01",
  last: "2026-12-18",
  halfTerm: { first: "2026-10-26", last: "2026-10-30" },
};

function term(first: string, last: string): Term {
  return { name: autumn.name, first, last };
}

function layer(rest: Partial<CalendarLayer>): CalendarLayer {
  return { id: "school", scope: "school", source: "Head teacher", ...rest };
}

function withEntry(first: string, last: string): CalendarLayer {
  const entry: CalendarEntry = { kind: "closure", first, last };
  return layer({ entries: [entry] });
}

function year(id: string, terms: readonly Term[]): SchoolYear {
  return { id, terms };
}

function withYear(id: string, terms: readonly Term[]): CalendarLayer {
  return layer({ years: [year(id, terms)] });
}
