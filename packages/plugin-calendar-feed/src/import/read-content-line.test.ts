import { contentLines, textValue } from "@neuadd/plugin-kit/icalendar";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { firstLine, readComponents } from "./read-components.ts";
import { plainText, readContentLine } from "./read-content-line.ts";

describe("readContentLine", () => {
  it("reads name, parameters and value, in whatever case names are", () => {
    expect(readContentLine('dtstart;tzid="A;B:C";VALUE=DATE-TIME:20260908T180000')).toEqual({
      name: "DTSTART",
      parameters: new Map([
        ["TZID", "A;B:C"],
        ["VALUE", "DATE-TIME"],
      ]),
      value: "20260908T180000",
    });
    expect(readContentLine("UID:a:b;c")?.value).toBe("a:b;c");
  });

  it.each(["", "UID", ":a", "UID;x:a", 'UID;X="a:b', " UID:a"])("is undefined for %j", (line) => {
    expect(readContentLine(line)).toBeUndefined();
  });

  it("reads what ical.js reads, folded and escaped", () => {
    const text = fc.string({ unit: "grapheme-ascii", maxLength: 200 });
    const parameter = fc.string({
      unit: fc.constantFrom(..."a b ; : , = / -".split(" ")),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, parameter, (summary, zone) => {
        const file = [
          "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
          contentLines([`SUMMARY:${textValue(summary)}`]),
          contentLines([`DTSTART;TZID="${zone}":20260908T180000`]),
          "END:VEVENT\r\nEND:VCALENDAR\r\n",
        ].join("");
        const theirs = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent(
          "vevent",
        );
        const ours = readComponents(file)[0]?.components[0];
        if (theirs === null || ours === undefined) throw new Error("There is no event.");
        expect(plainText(firstLine(ours, "SUMMARY")?.value ?? "")).toBe(
          theirs.getFirstPropertyValue("summary"),
        );
        expect(firstLine(ours, "DTSTART")?.parameters.get("TZID")).toBe(
          theirs.getFirstProperty("dtstart")?.getFirstParameter("tzid"),
        );
      }),
    );
  });
});
