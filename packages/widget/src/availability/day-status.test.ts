import { describe, expect, it } from "vitest";
import type { WireDay } from "../network/wire.ts";
import { jointStatus, statusOf } from "./day-status.ts";

const evening = { startTime: "17:00", endTime: "22:00" };
const day = (given: Partial<WireDay>): WireDay => ({
  date: "2026-09-08",
  kind: "term",
  open: [evening],
  free: [evening],
  ...given,
});
const statusFrom = (given: Partial<WireDay>, today = "2026-09-01") =>
  statusOf(day(given), "2026-09-08", today);

describe("what a space has on a day", () => {
  it("is told from its open and free times", () => {
    expect(statusFrom({})).toBe("free");
    expect(statusFrom({ free: [{ startTime: "18:00", endTime: "22:00" }] })).toBe("some");
    expect(statusFrom({ free: [] })).toBe("full");
    expect(statusFrom({ open: [], free: [] })).toBe("closed");
  });

  it("is past before the school's today, whatever was free, and not on it", () => {
    expect(statusFrom({}, "2026-09-09")).toBe("past");
    expect(statusFrom({}, "2026-09-08")).toBe("free");
  });

  it("is not known until the day has come", () => {
    expect(statusOf(undefined, "2026-09-08", "2026-09-01")).toBe("loading");
    expect(statusOf(undefined, "2026-08-31", "2026-09-01")).toBe("past");
  });

  it("is, of several spaces, the one that they share, or whether any of them has time", () => {
    expect(jointStatus(["free", "free"])).toBe("free");
    expect(jointStatus(["free", "full"])).toBe("some");
    expect(jointStatus(["closed", "some"])).toBe("some");
    expect(jointStatus(["closed", "full"])).toBe("full");
    expect(jointStatus(["closed", "closed"])).toBe("closed");
    expect(jointStatus([])).toBe("loading");
  });
});
