import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceOfMinutes, sayMoney, shareOf, taxOn } from "./money.ts";

describe("priceOfMinutes", () => {
  it("is exact for whole hours, and rounds the rest once", () => {
    expect(priceOfMinutes(120, 1850)).toBe(3700);
    expect(priceOfMinutes(45, 1850)).toBe(1388);
    expect(priceOfMinutes(45, 1850, { toPence: 1, direction: "down" })).toBe(1387);
    expect(priceOfMinutes(45, 1850, { toPence: 100, direction: "up" })).toBe(1400);
  });

  it("is a whole multiple of its step, within one step of the exact price", () => {
    fc.assert(
      fc.property(
        fc.nat(1440),
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom("up" as const, "down" as const, "nearest" as const),
        (minutes, perHour, toPence, direction) => {
          const price = priceOfMinutes(minutes, perHour, { toPence, direction });
          expect(price % toPence).toBe(0);
          const error60 = price * 60 - minutes * perHour;
          expect(Math.abs(error60)).toBeLessThan(60 * toPence);
          if (direction === "up") expect(error60).toBeGreaterThanOrEqual(0);
          if (direction === "down") expect(error60).toBeLessThanOrEqual(0);
          if (direction === "nearest") expect(Math.abs(error60)).toBeLessThanOrEqual(30 * toPence);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("shareOf and taxOn", () => {
  it("round down, so that a share is never more than the whole", () => {
    expect([shareOf(999, 50), shareOf(999, 100), taxOn(1999, 20)]).toEqual([499, 999, 399]);
  });
});

describe("sayMoney", () => {
  it("writes sterling with its sign, other currencies with their code", () => {
    expect(sayMoney(123_450, "GBP")).toBe("£1,234.50");
    expect(sayMoney(-5, "GBP")).toBe("−£0.05");
    expect(sayMoney(100_000_000, "EUR")).toBe("EUR 1,000,000.00");
  });
});
