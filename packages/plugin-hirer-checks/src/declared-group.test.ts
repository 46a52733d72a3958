import { describe, expect, it } from "vitest";
import { audienceOf, type DeclaredGroup } from "./declared-group.ts";

const group: DeclaredGroup = { activity: "judo", children: {}, adults: 0, withParents: false };

describe("audienceOf", () => {
  it("is every audience that the children may be", () => {
    expect(audienceOf({ ...group, children: { "0-2": 3, "3": 1 } })).toEqual(["0-4"]);
    expect(audienceOf({ ...group, children: { "4-8": 3, "9-12": 1 } })).toEqual([
      "0-4",
      "5-10",
      "11-16",
    ]);
    expect(audienceOf({ ...group, children: { "13-18": 1 } })).toEqual(["11-16", "16-25"]);
  });

  it("is adults where there are no children, and not for those who are in charge of some", () => {
    expect(audienceOf({ ...group, adults: 12 })).toEqual(["adults"]);
    expect(audienceOf({ ...group, children: { "3": 0 }, adults: 12 })).toEqual(["adults"]);
    expect(audienceOf({ ...group, children: { "3": 2 }, adults: 2 })).toEqual(["0-4"]);
    expect(audienceOf(group)).toEqual([]);
  });
});
