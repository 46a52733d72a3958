import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import {
  coverOn,
  HIRER_DOCUMENT_KINDS,
  HIRER_DOCUMENT_NAMES,
  type HirerDocument,
} from "./hirer-document.ts";

describe("coverOn", () => {
  it("holds on the first and the last day of a document, and on no day outside", () => {
    const policy = insurance("PL-1", "2026-04-01", "2027-03-31");
    const covered = (date: string) =>
      coverOn([policy], "publicLiabilityInsurance", date) === policy;
    expect(["2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"].map(covered)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("takes the document that holds longest, whatever the order", () => {
    const short = insurance("PL-1", "2026-04-01", "2027-03-31");
    const long = insurance("PL-2", "2026-09-01", "2027-08-31");
    const open = insurance("PL-3", "2026-09-01");
    const find = (documents: HirerDocument[]) =>
      coverOn(documents, "publicLiabilityInsurance", "2026-10-01")?.reference;
    expect(find([short, long])).toBe("PL-2");
    expect(find([long, short])).toBe("PL-2");
    expect(find([open, long])).toBe("PL-3");
  });

  it("carries on from one policy to the next without a gap", () => {
    const documents = [
      insurance("PL-1", "2026-04-01", "2027-03-31"),
      insurance("PL-2", "2027-04-01", "2028-03-31"),
    ];
    const find = (date: string) => coverOn(documents, "publicLiabilityInsurance", date)?.reference;
    expect([find("2027-03-31"), find("2027-04-01")]).toEqual(["PL-1", "PL-2"]);
  });

  it("does not take one kind of document for another, and none for any", () => {
    expect(
      coverOn([insurance("PL-1", "2026-04-01")], "safeguardingPolicy", "2026-10-01"),
    ).toBeUndefined();
    expect(coverOn([], "safeguardingPolicy", "2026-10-01")).toBeUndefined();
  });

  it("refuses a date that does not exist", () => {
    expect(() => coverOn([], "dbsStatement", "2026-02-30")).toThrow(CoreError);
  });
});

describe("HIRER_DOCUMENT_NAMES", () => {
  it("names every kind in both languages", () => {
    for (const kind of HIRER_DOCUMENT_KINDS) {
      const { cy, en } = HIRER_DOCUMENT_NAMES[kind];
      expect(cy).not.toBe(en);
    }
  });
});

function insurance(reference: string, validFrom: string, validUntil?: string): HirerDocument {
  return {
    kind: "publicLiabilityInsurance",
    reference,
    validFrom,
    ...(validUntil !== undefined && { validUntil }),
    seenBy: "Business manager",
    seenOn: "2026-08-20",
  };
}
