import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { contentLine, textValue } from "./content-line.ts";

describe("contentLine", () => {
  it("folds at 75 octets, never within a character, and nothing is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const whole = `SUMMARY:${textValue(text)}`;
        const folded = contentLine(whole);
        expect(folded.endsWith("\r\n")).toBe(true);
        for (const line of folded.slice(0, -2).split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect(folded.slice(0, -2).replaceAll("\r\n ", "")).toBe(whole);
      }),
    );
  });

  it("fills a line before it breaks it", () => {
    expect(contentLine("x".repeat(75))).toBe(`${"x".repeat(75)}\r\n`);
    expect(contentLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x\r\n`);
    expect(contentLine(`${"x".repeat(74)}ŵ`)).toBe(`${"x".repeat(74)}\r\n ŵ\r\n`);
  });
});

describe("textValue", () => {
  it("comes back from ical.js as it was, but for control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        const calendar = `BEGIN:VCALENDAR\r\n${contentLine(`X-TEXT;VALUE=TEXT:${textValue(text)}`)}END:VCALENDAR\r\n`;
        const component = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
        expect(component.getFirstPropertyValue("x-text")).toBe(text);
      }),
    );
    expect(textValue("a\u0000b\r\nc\u0007")).toBe(String.raw`ab\nc`);
  });
});
