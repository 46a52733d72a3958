import { describe, expect, it } from "vitest";
import type { WireDay } from "../network/wire.ts";
import { jointStatus, statusOf } from "./day-status.ts";

const evening = { startTime: "17:00", endTime: "22:00" };
const day = (given: Partial<WireDay>): WireDay => ({
  date: "2026-09-08",
  kind: "term",
  open: [evening],
  free: [evening],
  askable: [evening],
  ...given,
});
const statusFrom = (given: Partial<WireDay>, today = "2026-09-01") =>
  statusOf(day(given), "2026-09-08", today, "loading");

describe("what a space has on a day", () => {
  it("is told from its open and free times", () => {
    expect(statusFrom({})).toBe("free");
    const later = [{ startTime: "18:00", endTime: "22:00" }];
    expect(statusFrom({ free: later, askable: later })).toBe("some");
    expect(statusFrom({ free: [], askable: [] })).toBe("full");
    expect(statusFrom({ open: [], free: [], askable: [] })).toBe("closed");
  });

  it("is only free as far as it can be asked for", () => {
    expect(statusFrom({ askable: [{ startTime: "18:00", endTime: "22:00" }] })).toBe("some");
    expect(statusFrom({ askable: [] })).toBe("tooLate");
    expect(statusFrom({ askable: [], requestsFrom: "2026-09-02" })).toBe("notYet");
    expect(statusFrom({ free: [], askable: [], requestsFrom: "2026-09-02" })).toBe("full");
  });

  it("is past before the school's today, whatever was free, and not on it", () => {
    expect(statusFrom({}, "2026-09-09")).toBe("past");
    expect(statusFrom({}, "2026-09-08")).toBe("free");
  });

  it("is on its way or not known, as it is given, where the day is missing, and past all the same", () => {
    for (const missing of ["loading", "unknown"] as const) {
      expect(statusOf(undefined, "2026-09-08", "2026-09-01", missing)).toBe(missing);
      expect(statusOf(undefined, "2026-08-31", "2026-09-01", missing)).toBe("past");
    }
  });

  it("is, of several spaces, the one that they share, or whether any of them has time", () => {
    expect(jointStatus(["free", "free"])).toBe("free");
    expect(jointStatus(["free", "full"])).toBe("some");
    expect(jointStatus(["closed", "some"])).toBe("some");
    expect(jointStatus(["closed", "full"])).toBe("full");
    expect(jointStatus(["full", "tooLate"])).toBe("full");
    expect(jointStatus(["full", "notYet"])).toBe("notYet");
    expect(jointStatus(["notYet", "free"])).toBe("some");
    expect(jointStatus(["closed", "closed"])).toBe("closed");
    expect(jointStatus(["full", "unknown"])).toBe("unknown");
    expect(jointStatus(["unknown", "free"])).toBe("some");
    expect(jointStatus([])).toBe("closed");
  });
});
