import { describe, expect, it } from "vitest";
import { HirerDocumentSchema, HirerSchema } from "./hirer-schema.ts";
import { HIRER_CATEGORIES, HIRER_CATEGORY_NAMES } from "./hirer.ts";

const hirer = {
  id: "hir_brynmawr-badminton",
  name: "Brynmawr Badminton Club",
  category: "club",
  language: "cy",
  contact: {
    name: "Club secretary",
    email: "secretary@badminton.example",
    telephone: "01632 960001",
  },
  members: [
    { id: "mem_1", name: "Club secretary", email: "secretary@badminton.example", role: "owner" },
    { id: "mem_2", name: "Coach", email: "coach@badminton.example", role: "booker" },
  ],
};

describe("HirerSchema", () => {
  it("takes an organisation with its members", () => {
    expect(HirerSchema.parse(hirer)).toEqual(hirer);
  });

  it.each([
    ["an unknown category", { category: "pub" }],
    ["no language of correspondence", { language: undefined }],
    ["a third language", { language: "fr" }],
    ["a blank name", { name: "  " }],
    ["a contact without an address", { contact: { name: "Secretary" } }],
    ["a telephone number of words", { contact: { ...hirer.contact, telephone: "ring the club" } }],
    ["members with one id", { members: [hirer.members[0], { ...hirer.members[1], id: "mem_1" }] }],
    ["a member of unknown role", { members: [{ ...hirer.members[0], role: "admin" }] }],
    ["a key that is not known", { bankAccount: "1" }],
  ])("refuses %s", (_case, change) => {
    expect(HirerSchema.safeParse({ ...hirer, ...change }).success).toBe(false);
  });

  it("has a name in both languages for every category", () => {
    for (const category of HIRER_CATEGORIES) {
      const { cy, en } = HIRER_CATEGORY_NAMES[category];
      expect(cy).not.toBe(en);
    }
  });
});

describe("HirerDocumentSchema", () => {
  const document = {
    kind: "publicLiabilityInsurance",
    reference: "PL-2041",
    validFrom: "2026-04-01",
    validUntil: "2027-03-31",
    seenBy: "Business manager",
    seenOn: "2026-08-20",
  };

  it("takes a document as a dated fact, with or without a last day", () => {
    const { validUntil: _validUntil, ...open } = document;
    expect(HirerDocumentSchema.parse(document)).toEqual(document);
    expect(HirerDocumentSchema.parse(open)).toEqual(open);
  });

  it.each([
    ["a last day before the first", { validUntil: "2026-03-31" }],
    ["nobody who saw it", { seenBy: "" }],
    ["a copy of it", { copy: "data:application/pdf;base64,AAAA" }],
  ])("refuses %s", (_case, change) => {
    expect(HirerDocumentSchema.safeParse({ ...document, ...change }).success).toBe(false);
  });
});
