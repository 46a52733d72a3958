import { describe, expect, it } from "vitest";
import { keepAgreedLines } from "./frozen-quote.ts";
import { lineKey } from "./price-line.ts";
import type { PricedSeries } from "./price-series.ts";

function priced(
  dates: Readonly<Record<string, string>>,
  pence: number,
  version: number,
): PricedSeries {
  const label = { cy: "Llogi", en: "Hire" };
  const lines = [
    ...Object.keys(dates).map((date) => ({
      key: lineKey("hire", "usual", date),
      kind: "hire" as const,
      date,
      label,
      amountPence: pence,
    })),
    { key: lineKey("fee", "block"), kind: "fee" as const, label, amountPence: pence },
  ];
  return {
    currency: "GBP",
    lines,
    totalPence: lines.reduce((sum, { amountPence }) => sum + amountPence, 0),
    unpriced: [],
    places: Object.entries(dates).map(([date, startTime]) => ({
      date,
      startTime,
      endTime: "21:00",
      space: "hall",
    })),
    versions: [version],
    cancellation: [{ noticeDays: version, sharePercent: 0 }],
  };
}

describe("keepAgreedLines", () => {
  const agreed = priced({ "2026-09-08": "18:00", "2026-09-15": "18:00" }, 1000, 1);
  const now = priced(
    { "2026-09-08": "18:00", "2026-09-15": "19:00", "2026-09-22": "18:00" },
    2000,
    2,
  );

  it("keeps the price of a date that stays, and of the fees; moved and new dates come at the new price", () => {
    const kept = keepAgreedLines(agreed, now);
    expect(kept.lines.map(({ key, amountPence }) => [key, amountPence])).toEqual([
      ["2026-09-08|hire|usual", 1000],
      ["2026-09-15|hire|usual", 2000],
      ["2026-09-22|hire|usual", 2000],
      ["|fee|block", 1000],
    ]);
    expect(kept.totalPence).toBe(6000);
    expect(kept.versions).toEqual([1, 2]);
    expect(kept.cancellation).toEqual(agreed.cancellation);
  });

  it("is the new price whole when nothing was agreed before", () => {
    expect(keepAgreedLines(undefined, now)).toBe(now);
  });

  it("prices a date that had no price when the rest was agreed", () => {
    const open: PricedSeries = {
      ...agreed,
      lines: agreed.lines.filter(({ date }) => date !== "2026-09-15"),
      unpriced: ["2026-09-15"],
    };
    const kept = keepAgreedLines(open, { ...now, places: agreed.places });
    expect(kept.lines.map(({ amountPence }) => amountPence)).toEqual([1000, 2000, 1000]);
  });
});
