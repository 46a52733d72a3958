import type { Language } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { makeBooking } from "../../test/make-booking.ts";
import { sampleLetters } from "../sample-letters.ts";
import { composeLetter, type LetterFacts } from "./compose-letter.ts";
import { letterHtml } from "./letter-html.ts";
import { LETTER_KINDS } from "./letter-kind.ts";
import { letterText } from "./letter-text.ts";

function facts(language: Language, given: Partial<LetterFacts> = {}): LetterFacts {
  return {
    kind: "approved",
    language,
    school: { cy: "Ysgol y Prawf", en: "Trial School" },
    hirer: "Clwb <b>",
    booking: makeBooking([{ date: "2026-09-08" }]),
    lost: [],
    spaceName: () => ({ cy: "Prif neuadd", en: "Main hall" }),
    calendar: { method: "REQUEST", text: "" },
    ...given,
  };
}

describe("composeLetter", () => {
  it("reads as a letter, in Welsh", () => {
    expect(letterText(composeLetter(facts("cy")))).toBe(
      [
        "Annwyl Clwb <b>,",
        "Mae'r ysgol wedi cymeradwyo eich archeb.",
        "Y dyddiadau:\n- Dydd Mawrth 8 Medi 2026, 6yh i 7:30yh, Prif neuadd",
        "Cyfeirnod: bok_0001",
        "Mae'r dyddiadau ar gyfer eich calendr ynghlwm wrth y neges hon.",
        "Cofion,\nYsgol y Prawf",
        "--\nGofynnoch am lythyrau yn Gymraeg. Rhowch wybod i'r ysgol os hoffech eu cael yn Saesneg.\n",
      ].join("\n\n"),
    );
  });

  it("reads as a letter, in English", () => {
    expect(letterText(composeLetter(facts("en")))).toContain(
      "The dates:\n- Tuesday 8 September 2026, 6pm to 7:30pm, Main hall\n",
    );
  });

  it("gives the reason that a person wrote, where the booking has ended", () => {
    const booking = makeBooking([{ date: "2026-09-08", status: "denied" }], {
      status: "declined",
      reason: "Mae'r neuadd yn cael ei hailwneud.",
    });
    const given = { kind: "declined", booking, lost: booking.occurrences } as const;
    const text = letterText(composeLetter(facts("cy", given)));
    expect(text).toContain("Rheswm: Mae'r neuadd yn cael ei hailwneud.");
    expect(text).toContain("Ni chynhelir y dyddiadau hyn:\n- Dydd Mawrth 8 Medi 2026");
  });

  it.each([
    ["CANCELLED_BY_SCHOOL", "Yr ysgol sydd wedi canslo.", "The school has cancelled."],
    ["CANCELLED_BY_HIRER", "Chi sydd wedi canslo.", "You have cancelled."],
  ])("says who cancelled dates, once, and why: %s", (code, welsh, english) => {
    const message = { cy: "Canslwyd.", en: "Cancelled." };
    const denials = [{ code, message, details: { reason: "Noson rieni" } }];
    const booking = makeBooking([{ date: "2026-09-08" }, { date: "2026-09-15" }]);
    const lost = booking.occurrences.map((one) => ({ ...one, denials }));
    for (const kind of ["cancelled", "datesCancelled"] as const) {
      const given = { kind, booking, lost };
      const paragraphs = (language: Language) =>
        composeLetter(facts(language, given)).blocks.map(({ paragraph }) => paragraph);
      expect(paragraphs("cy")[1]).toBe(`${welsh} Rheswm: Noson rieni`);
      expect(paragraphs("en")[1]).toBe(`${english} Reason: Noson rieni`);
      expect(paragraphs("en").filter((text) => text.startsWith(english))).toHaveLength(1);
    }
  });

  it("counts dates beyond sixty rather than listing them", () => {
    const dates = Array.from({ length: 63 }, (_, day) => ({
      date: `2026-${day < 30 ? "09" : day < 61 ? "10" : "11"}-${`${day < 30 ? day + 1 : day < 61 ? day - 29 : day - 60}`.padStart(2, "0")}`,
    }));
    const booking = makeBooking(dates);
    expect(letterText(composeLetter(facts("cy", { booking })))).toContain(
      "- a thri dyddiad arall\n",
    );
    expect(letterText(composeLetter(facts("en", { booking })))).toContain("- and 3 more\n");
  });

  it("keeps a title with line ends on the line of the subject", () => {
    const booking = makeBooking([{ date: "2026-09-08" }], { title: "A\r\nBcc: b@example.org" });
    expect(composeLetter(facts("en", { booking })).subject).toBe(
      "Booking approved: A Bcc: b@example.org",
    );
  });
});

describe("letterHtml", () => {
  it("escapes what people wrote, and names its language", () => {
    const html = letterHtml(composeLetter(facts("cy")));
    expect(html).toContain('<html lang="cy">');
    expect(html).toContain("Annwyl Clwb &lt;b&gt;,");
    expect(html).not.toContain("<b>");
  });
});

describe("every letter", () => {
  it("differs in Welsh and in English, in its subject and in each of its paragraphs", () => {
    const [welsh, english] = [sampleLetters("cy"), sampleLetters("en")];
    expect(welsh.map(({ kind }) => kind)).toEqual(LETTER_KINDS);
    for (const [index, { letter }] of welsh.entries()) {
      const twin = english[index]?.letter;
      expect(letter.subject).not.toBe(twin?.subject);
      expect(letter.blocks).toHaveLength(twin?.blocks.length ?? 0);
      for (const [place, { paragraph }] of letter.blocks.entries()) {
        expect(paragraph).not.toBe(twin?.blocks[place]?.paragraph);
      }
    }
    expect(new Set(welsh.map(({ letter }) => letter.subject)).size).toBe(LETTER_KINDS.length);
  });
});
