import { describe, expect, it } from "vitest";
import { isSportByName, mayNameSeveral } from "./activity-names.ts";

describe("isSportByName", () => {
  it("knows plain names in both languages, however they are written", () => {
    for (const sport of ["badminton", " Pêl-droed ", "TABLE  TENNIS", "nofio"]) {
      expect(isSportByName(sport)).toBe(true);
    }
    for (const other of ["Wedding", "priodas", "côr", "Parent and toddler group"]) {
      expect(isSportByName(other)).toBe(false);
    }
  });

  it("leaves to somebody what a name does not tell", () => {
    for (const open of ["", "folk dancing", "yoga", "club night", "football dinner", "play"]) {
      expect(isSportByName(open)).toBeUndefined();
    }
  });
});

describe("mayNameSeveral", () => {
  it("sees lists and mixtures in both languages", () => {
    const lists = ["badminton, netball", "badminton and netball", "badminton a phêl-rwyd"];
    for (const name of [
      ...lists,
      "netball/hockey",
      "Multi-sport",
      "aml-chwaraeon",
      "mixed games",
    ]) {
      expect(mayNameSeveral(name)).toBe(true);
    }
  });

  it("takes one name for one activity, whatever letters are in it", () => {
    for (const name of ["badminton", "table tennis", "handball", "athletau", "canŵio"]) {
      expect(mayNameSeveral(name)).toBe(false);
    }
  });
});
