import { describe, expect, it } from "vitest";
import { activityKey, isActivityOf } from "./is-activity-of.ts";

describe("isActivityOf", () => {
  it("knows an activity however it is written", () => {
    for (const written of ["Parti Pen-blwydd", " parti  pen-blwydd ", "PARTI\tPEN-BLWYDD"]) {
      expect(isActivityOf(written, ["badminton", "parti pen-blwydd"])).toBe(true);
    }
    expect(isActivityOf("grw\u0302p cymorth", ["Grŵp Cymorth"])).toBe(true);
  });

  it("knows no other", () => {
    expect(isActivityOf("parti", ["parti pen-blwydd"])).toBe(false);
    expect(isActivityOf("badminton", [])).toBe(false);
  });
});

describe("activityKey", () => {
  it("is its own key", () => {
    const key = activityKey(" Tenis  Bwrdd");
    expect([key, activityKey(key)]).toEqual(["tenis bwrdd", "tenis bwrdd"]);
  });
});
