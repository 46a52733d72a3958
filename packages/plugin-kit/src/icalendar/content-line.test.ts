import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentLines, parameterValue, textValue } from "./content-line.ts";

const octets = (text: string) => new TextEncoder().encode(text).length;
const texts = fc.string({
  unit: fc.constantFrom("a", "ŵ", "ŷ", "€", "🎵", " ", ",", ";", "\\", "\n", '"'),
  maxLength: 200,
});

describe("contentLines", () => {
  it("folds at 75 octets, never within a character, and unfolds to what it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "ŵ", "€", "🎵"), maxLength: 300 }),
        (value) => {
          const text = contentLines([`X:${value}`]);
          for (const line of text.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
          expect(text.replaceAll("\r\n ", "")).toBe(`X:${value}\r\n`);
          expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("textValue", () => {
  it("is read by ical.js as what it was", () => {
    fc.assert(
      fc.property(texts, (value) => {
        const property = ICAL.Property.fromString(`SUMMARY:${textValue(value)}`);
        expect(property.getFirstValue()).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  it("drops control characters, and ends a line one way", () => {
    expect(textValue("a\u0000b\r\nc\rd")).toBe("ab\\nc\\nd");
  });
});

describe("parameterValue", () => {
  it.each([
    ['Clwb "Y Bêl"', `"Clwb ^'Y Bêl^'"`],
    ["a:b;c,d", '"a:b;c,d"'],
    ["up^down\nmore", '"up^^down^nmore"'],
    ["a\rb", '"ab"'],
  ])("writes %j as %s", (given, written) => {
    expect(parameterValue(given)).toBe(written);
  });
});
