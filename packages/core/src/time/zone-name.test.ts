import { describe, expect, it } from "vitest";
import { assertZone, isZone } from "./zone-name.ts";

describe("the name of a zone", () => {
  it.each(["Europe/London", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "GB-Eire"])(
    "may be %s",
    (zone) => {
      expect(isZone(zone)).toBe(true);
      expect(() => assertZone(zone)).not.toThrow();
    },
  );

  it.each([
    "",
    "Wales/Ebbw_Vale",
    "+01:00",
    "Nowhere+01",
    "constructor",
    "__proto__",
    "Europe/London ",
  ])("may not be %j", (zone) => {
    expect(isZone(zone)).toBe(false);
    expect(() => assertZone(zone)).toThrow(expect.objectContaining({ code: "ZONE_UNKNOWN" }));
  });
});
