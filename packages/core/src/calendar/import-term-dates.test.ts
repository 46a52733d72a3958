import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { importTermDatesCsv, TERM_DATES_COLUMNS } from "./import-term-dates-csv.ts";
import { importTermDatesJson } from "./import-term-dates-json.ts";
import { welshTermDates } from "./wales-term-dates.ts";

const header = TERM_DATES_COLUMNS.join(",");

describe("importTermDatesCsv", () => {
  it("reads the terms of Wales from a table in any order, as a spreadsheet saves it", () => {
    const rows = (welshTermDates.years ?? []).flatMap(({ id, terms }) =>
      terms.map(
        ({ name, first, last, halfTerm }, index) =>
          `${id},${["autumn", "Spring", "SUMMER"][index]},"${name.cy}",${name.en},${first},${last},${halfTerm?.first},${halfTerm?.last}`,
      ),
    );
    const text = `\uFEFF${[header, ...rows.toReversed()].join("\r\n")}\r\n`;
    expect(importTermDatesCsv(text)).toEqual(welshTermDates.years);
  });

  it("takes columns in any order, the usual names where both are blank, and no half term", () => {
    const text =
      "term,school_year,last,first,half_term_first,half_term_last,name_en,name_cy\nautumn,2026/27,2026-12-18,2026-09-01\n";
    expect(importTermDatesCsv(text)).toEqual([
      {
        id: "2026/27",
        terms: [
          {
            name: { cy: "Tymor yr Hydref", en: "Autumn term" },
            first: "2026-09-01",
            last: "2026-12-18",
          },
        ],
      },
    ]);
  });

  it.each<[string, string, string[]]>([
    ["no text", "", Array.from(TERM_DATES_COLUMNS, () => "/rows/1")],
    ["a header alone", header, ["/rows"]],
    ["a column missing and one unknown", header.replace("last,", "final,"), ["/rows/1", "/rows/1"]],
    ["a column given twice", `${header},first`, ["/rows/1"]],
    ["a quote that is not closed", `${header}\n"2026/27,autumn`, ["/rows/2"]],
    [
      "an unknown term, half a name and half a half term, all in one row",
      `${header}\n2026/27,winter,Tymor,,2026-09-01,2026-12-18,2026-10-26,`,
      ["/rows/2/term", "/rows/2/name_en", "/rows/2/half_term_last"],
    ],
    ["a field too many", `${header}\n2026/27,autumn,,,2026-09-01,2026-12-18,,,x`, ["/rows/2"]],
    [
      "a term given twice",
      `${header}\n2026/27,autumn,,,2026-09-01,2026-12-18,,\n2026/27,autumn,,,2026-09-01,2026-12-18,,`,
      ["/rows/3/term"],
    ],
    [
      "dates in the British order, each where it stands",
      `${header}\n2026/27,autumn,,,01/09/2026,2026-12-18,,\n2026/27,spring,,,2027-01-04,,2027-02-30,2027-02-12`,
      ["/rows/2/first", "/rows/3/last", "/rows/3/half_term_first"],
    ],
    [
      "a half term outside its term, in the row it came from",
      `${header}\n2026/27,spring,,,2027-01-04,2027-03-19,,\n2026/27,autumn,,,2026-09-01,2026-12-18,2026-12-14,2026-12-18`,
      ["/rows/3/half_term_first"],
    ],
    [
      "a school year that is none",
      `${header}\n2026,autumn,,,2026-09-01,2026-12-18,,`,
      ["/rows/2/school_year"],
    ],
    [
      "a term of another school year",
      `${header}\n2025/26,autumn,,,2026-09-01,2026-12-18,,`,
      ["/rows/2/first"],
    ],
    [
      "rows that can't be read along with dates that contradict",
      `${header}\n2026/27,winter,,,2026-09-01,2026-12-18,,\n2026/27,spring,,,2027-03-19,2027-01-04,,`,
      ["/rows/2/term", "/rows/3/last"],
    ],
    ["a text of enormous length", "x".repeat(200_001), [""]],
  ])("refuses %s", (_case, text, paths) => {
    expect(faultPaths(() => importTermDatesCsv(text))).toEqual(paths);
  });
});

describe("importTermDatesJson", () => {
  it("reads the terms of Wales", () => {
    const years = importTermDatesJson(JSON.parse(JSON.stringify({ years: welshTermDates.years })));
    expect(years).toEqual(welshTermDates.years);
    expect(Object.isFrozen(years[0]?.terms[0])).toBe(true);
  });

  it.each<[string, unknown, string[]]>([
    ["nothing", null, [""]],
    ["no years", { years: [] }, ["/years"]],
    ["a key that is not known", { years: welshTermDates.years, "a/b": 1 }, ["/a~1b"]],
    [
      "dates of another form",
      {
        years: [
          { id: "2026/27", terms: [{ name: { cy: "T", en: "T" }, first: "1 Sep", last: 5 }] },
        ],
      },
      ["/years/0/terms/0/first", "/years/0/terms/0/last"],
    ],
    [
      "terms that contradict each other",
      { years: [{ id: "2027/28", terms: welshTermDates.years?.[1]?.terms }] },
      ["/years/0/terms/0/first", "/years/0/terms/1/first", "/years/0/terms/2/first"],
    ],
  ])("refuses %s", (_case, json, paths) => {
    expect(faultPaths(() => importTermDatesJson(json))).toEqual(paths);
  });
});

function faultPaths(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof CoreError && error.code === "IMPORT_INVALID") {
      return error.faults.map(({ path }) => path);
    }
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
