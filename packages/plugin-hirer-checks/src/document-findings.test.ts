import type { HirerDocument } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFindings } from "./document-findings.ts";

const required = new Map([["publicLiabilityInsurance", "deny"]] as const);

function insurance(validFrom: string, validUntil?: string): HirerDocument {
  return {
    kind: "publicLiabilityInsurance",
    reference: "PL-1",
    validFrom,
    ...(validUntil !== undefined && { validUntil }),
    seenBy: "Business manager",
    seenOn: "2026-08-20",
  };
}

function codes(documents: readonly HirerDocument[], date: string): string[] {
  return documentFindings(required, documents, date).map(({ code }) => code);
}

describe("documentFindings", () => {
  it("finds nothing on the first and the last day of a document", () => {
    const documents = [insurance("2026-09-08", "2027-03-31")];
    expect(codes(documents, "2026-09-08")).toEqual([]);
    expect(codes(documents, "2027-03-31")).toEqual([]);
  });

  it("says from which date of a season the cover is missing, and when it ended", () => {
    const [finding] = documentFindings(
      required,
      [insurance("2026-04-01", "2027-03-31")],
      "2027-04-06",
    );
    expect(finding).toEqual({
      code: "hirer-checks/COVER_ENDS",
      message: {
        cy: "Yswiriant atebolrwydd cyhoeddus: mae'r ddogfen a welodd yr ysgol yn dod i ben ar 31 Mawrth 2027, cyn y dyddiad hwn.",
        en: "Public liability insurance: the document that the school has seen ends on 31 March 2027, before this date.",
      },
      details: {
        kind: "publicLiabilityInsurance",
        date: "2027-04-06",
        validUntil: "2027-03-31",
      },
    });
  });

  it("tells one that begins later from one that nobody has seen", () => {
    expect(codes([insurance("2026-10-01")], "2026-09-08")).toEqual([
      "hirer-checks/COVER_BEGINS_LATER",
    ]);
    expect(codes([], "2026-09-08")).toEqual(["hirer-checks/COVER_MISSING"]);
  });

  it("warns instead of denying where the school asks for that", () => {
    const warning = new Map([["publicLiabilityInsurance", "warn"]] as const);
    expect(documentFindings(warning, [], "2026-09-08")).toMatchObject([{ warning: true }]);
    expect(documentFindings(required, [], "2026-09-08")[0]).not.toHaveProperty("warning");
  });

  it("finds something exactly on the days that no document holds, whatever their order", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${`${n}`.padStart(2, "0")}`);
    const documents = fc.array(
      fc.tuple(day, day).map(([one, other]) => {
        const [from, until] = [one, other].toSorted();
        return insurance(from ?? one, until);
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(documents, day, (seen, date) => {
        const holds = seen.some(
          ({ validFrom, validUntil = "" }) => validFrom <= date && date <= validUntil,
        );
        expect(codes(seen, date).length).toBe(holds ? 0 : 1);
        expect(codes(seen.toReversed(), date)).toEqual(codes(seen, date));
      }),
      { numRuns: 200 },
    );
  });
});
