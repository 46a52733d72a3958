import { describe, expect, it } from "vitest";
import { LocalDateSchema, LocalTimeSchema, ZoneSchema } from "./time-schema.ts";

describe("the schemas of time", () => {
  it("take what the functions take", () => {
    expect(LocalDateSchema.parse("2028-02-29")).toBe("2028-02-29");
    expect(LocalTimeSchema.parse("24:00")).toBe("24:00");
    expect(ZoneSchema.parse("Asia/Kathmandu")).toBe("Asia/Kathmandu");
  });

  it.each(["2026-02-30", "0000-01-01", "2026-09-08T00:00:00Z", 20_704])(
    "refuse the date %j",
    (value) => {
      expect(LocalDateSchema.safeParse(value).success).toBe(false);
    },
  );

  it.each(["24:01", "9:00", 18])("refuse the time %j", (value) => {
    expect(LocalTimeSchema.safeParse(value).success).toBe(false);
  });

  it.each(["Wales/Ebbw_Vale", "+01:00", "constructor", 1])("refuse the zone %j", (value) => {
    expect(ZoneSchema.safeParse(value).success).toBe(false);
  });
});
