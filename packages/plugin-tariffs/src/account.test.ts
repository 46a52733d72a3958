import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawUpAccount, type Release } from "./account.ts";
import { type BillingDocument, unsettledLines } from "./billing-document.ts";
import { lineKey, type PriceLine } from "./price-line.ts";

const label = { cy: "Llogi", en: "Hire" };
const hire = (date: string, amountPence: number): PriceLine => ({
  key: lineKey("hire", "usual", date),
  kind: "hire",
  date,
  label,
  amountPence,
});
const quote = (...lines: PriceLine[]) => ({ currency: "GBP", lines });
const release = (about: string, revision: number, sharePercent: number): Release => ({
  about,
  revision,
  sharePercent,
  reason: "cancelledByHirer",
  at: 0,
});

type Issued = Pick<BillingDocument, "kind" | "lines">;

/** What a school does from time to time: issues whatever account and documents differ by. */
function settle(account: { lines: readonly PriceLine[] }, issued: readonly Issued[]): Issued[] {
  const lines = account.lines.map((line) => ({ ...line, agreedPence: line.amountPence }));
  const open = unsettledLines({ lines }, issued);
  return (["invoice", "creditNote"] as const)
    .filter((kind) => open[kind].length > 0)
    .map((kind) => ({ kind, lines: open[kind] }));
}

const net = (issued: readonly Issued[]) =>
  issued
    .flatMap(({ kind, lines }) =>
      lines.map(({ amountPence }) => (kind === "invoice" ? amountPence : -amountPence)),
    )
    .reduce((sum, amount) => sum + amount, 0);

describe("drawUpAccount", () => {
  it("leaves due of a cancelled date the share that its terms say, and broken pennies to the hirer", () => {
    const account = drawUpAccount(quote(hire("2026-09-08", 2775), hire("2026-09-15", 2775)), [
      release("2026-09-15", 4, 50),
    ]);
    expect(account.duePence).toBe(2775 + 1387);
  });

  it("goes by the latest release about a date, and takes it back when the date takes place after all", () => {
    const lines = quote(hire("2026-09-08", 1000));
    const gone = release("2026-09-08", 4, 0);
    expect(drawUpAccount(lines, [release("2026-09-08", 3, 50), gone]).duePence).toBe(0);
    const back: Release = { ...gone, revision: 5, reason: "takenBack" };
    expect(drawUpAccount(lines, [gone, back]).duePence).toBe(1000);
    expect(drawUpAccount(lines, [back, gone]).duePence).toBe(1000);
  });

  it("taxes the whole once, without the deposit, rounded down", () => {
    const deposit: PriceLine = {
      key: lineKey("deposit", "keys"),
      kind: "deposit",
      label,
      amountPence: 5000,
    };
    const tax = { ratePercent: 20, label: { cy: "TAW 20%", en: "VAT 20%" } };
    const account = drawUpAccount(
      quote(hire("2026-09-08", 33), hire("2026-09-15", 34), deposit),
      [],
      tax,
    );
    expect(account.lines.at(-1)).toMatchObject({ kind: "tax", amountPence: 13 });
  });
});

describe("unsettledLines", () => {
  it("asks once for what is due, then for nothing", () => {
    const account = drawUpAccount(quote(hire("2026-09-08", 1000)), []);
    const issued = settle(account, []);
    expect(issued).toMatchObject([{ kind: "invoice", lines: [{ amountPence: 1000 }] }]);
    expect(settle(account, issued)).toEqual([]);
  });

  it("gives back in a credit note what was asked for and is not due, and asks again if it is after all", () => {
    const lines = quote(hire("2026-09-08", 1000), hire("2026-09-15", 1000));
    const invoiced = settle(drawUpAccount(lines, []), []);
    const cancelled = drawUpAccount(lines, [release("2026-09-15", 4, 25)]);
    const credited = settle(cancelled, invoiced);
    expect(credited).toMatchObject([{ kind: "creditNote", lines: [{ amountPence: 750 }] }]);
    const again = settle(drawUpAccount(lines, []), [...invoiced, ...credited]);
    expect(again).toMatchObject([{ kind: "invoice", lines: [{ amountPence: 750 }] }]);
  });

  it("never credits more than was charged, and always settles to what is due, whatever happens in between", () => {
    const step = fc.record({
      date: fc.nat(4),
      amountPence: fc.nat(10_000),
      sharePercent: fc.integer({ min: 0, max: 100 }),
      isReleased: fc.boolean(),
      isTaxed: fc.boolean(),
      isSettled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const prices = new Map<string, PriceLine>();
        const releases: Release[] = [];
        const issued: Issued[] = [];
        for (const [revision, one] of steps.entries()) {
          const date = `2026-09-0${one.date + 1}`;
          if (one.isReleased) releases.push(release(date, revision, one.sharePercent));
          else prices.set(date, hire(date, one.amountPence));
          const tax = one.isTaxed ? { ratePercent: 20, label } : undefined;
          const account = drawUpAccount(quote(...prices.values()), releases, tax);
          if (!one.isSettled) continue;
          issued.push(...settle(account, issued));
          expect(net(issued)).toBe(account.duePence);
          for (const key of new Set(issued.flatMap(({ lines }) => lines.map((line) => line.key)))) {
            const only = issued.map(({ kind, lines }) => ({
              kind,
              lines: lines.filter((line) => line.key === key),
            }));
            expect(net(only)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
