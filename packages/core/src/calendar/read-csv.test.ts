import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";

describe("readCsv", () => {
  it.each([
    [
      "plain fields",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CRLF and a last line break",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a byte order mark", "\uFEFFa,b", [["a", "b"]]],
    [
      "commas, quotes and line breaks in quotes",
      '"a,1","say ""hi""","two\nlines"',
      [["a,1", 'say "hi"', "two\nlines"]],
    ],
    ["blanks around fields", ' a ,\t"b" , c', [["a", "b", "c"]]],
    ["empty fields, quoted or not", ',"",\n', []],
    ["a field after the last comma", "a,", [["a", ""]]],
    ["a quoted field below a blank line", 'a\n\n"b"', [["a"], ["b"]]],
    ["no text", "", []],
  ])("reads %s", (_case, text, expected) => {
    const reading = readCsv(text);
    expect("records" in reading && reading.records.map(({ fields }) => fields)).toEqual(expected);
  });

  it("counts rows as a spreadsheet does, blank ones and the header included", () => {
    const reading = readCsv('a\n\n"two\nlines"\nb\n');
    expect("records" in reading && reading.records.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  it.each([
    ["a quote that is not closed", 'a\n"b,c', 2],
    ["text after a closing quote", '"a"b,c', 1],
    ["a quote inside a plain field", 'a,b"c', 1],
  ])("refuses %s", (_case, text, row) => {
    expect(readCsv(text)).toMatchObject({
      row,
      problem: { cy: expect.any(String), en: expect.any(String) },
    });
  });

  it("reads back any table that is written with every field in quotes", () => {
    // Blanks at the ends are trimmed, CRLF becomes LF, and a blank record is left out: keep to the rest.
    const field = fc.string().map((text) => text.replaceAll("\r", "").trim());
    const table = fc.array(
      fc
        .array(field, { minLength: 1, maxLength: 4 })
        .filter((row) => row.some((text) => text !== "")),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, lineBreak) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
          .join(lineBreak);
        const reading = readCsv(text);
        expect("records" in reading && reading.records.map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });
});
