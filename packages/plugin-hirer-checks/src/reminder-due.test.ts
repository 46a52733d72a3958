import type { HirerDocument } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { reminderDue } from "./reminder-due.ts";

const policy: HirerDocument = {
  kind: "safeguardingPolicy",
  reference: "S-1",
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
  seenBy: "Head",
  seenOn: "2026-01-10",
};

describe("reminderDue", () => {
  it.each([
    ["2026-11-01", undefined],
    ["2026-11-02", undefined],
    ["2026-12-01", 30],
    ["2026-12-23", 30],
    ["2026-12-24", 7],
    ["2026-12-31", 7],
    ["2027-01-01", undefined],
  ])("on %s: %s", (today, days) => {
    expect(reminderDue(policy, [policy], [30, 7], today)).toBe(days);
  });

  it("reminds nobody who has shown the next one, unless there is a gap", () => {
    const next = { ...policy, validFrom: "2027-01-01", validUntil: "2027-12-31" };
    const late = { ...next, validFrom: "2027-01-02" };
    expect(reminderDue(policy, [policy, next], [30], "2026-12-20")).toBeUndefined();
    expect(reminderDue(policy, [policy, late], [30], "2026-12-20")).toBe(30);
  });

  it("has nothing to say of a document without an end", () => {
    const { validUntil: _end, ...open } = policy;
    expect(reminderDue(open, [open], [30], "2026-12-20")).toBeUndefined();
  });
});
