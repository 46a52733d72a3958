import { expect, it } from "vitest";

it("runs where its project says, so that the other tests mean what they say", () => {
  const zone = process.env["TZ"];
  expect(["UTC", "America/New_York", "Australia/Lord_Howe"]).toContain(zone);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const januaryOffsets = { UTC: 0, "America/New_York": 300, "Australia/Lord_Howe": -660 };
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(Reflect.get(januaryOffsets, zone ?? ""));
});
