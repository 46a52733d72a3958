import { describe, expect, it } from "vitest";
import { agreed, facts, weekly } from "../test/example-facts.ts";
import { decideVat } from "./decide-vat.ts";
import { paidAsWhole } from "./paid-as-whole.ts";
import type { AgreementFacts, RefundFacts } from "./vat-facts.ts";

const refunding = [
  { noticeDays: 7, sharePercent: 50 },
  { noticeDays: 28, sharePercent: 0 },
];
const look = (refunds: RefundFacts, agreement: AgreementFacts = agreed) =>
  paidAsWhole({ agreement, refunds });
const { refundsHirer: _untold, ...silent } = agreed;

describe("paidAsWhole", () => {
  it("goes by what was told where the school's prices give nothing back", () => {
    for (const terms of [[], [{ noticeDays: 7, sharePercent: 100 }]]) {
      expect(look({ terms, letOff: [] }).met).toBe("yes");
      expect(look({ terms, letOff: [] }, silent).met).toBe("unknown");
      expect(look({ terms, letOff: [] }, { ...agreed, refundsHirer: true }).met).toBe("no");
    }
  });

  it("is broken by terms that give money back, and open where it was told that nothing is", () => {
    const refunds = { terms: refunding, letOff: [] };
    expect(look(refunds, silent)).toMatchObject({
      met: "no",
      reason: {
        cy: "Nid yw'r cyfan yn ddyledus doed a ddelo: yn ôl prisiau'r ysgol, 0% sy'n ddyledus am ddyddiad a ganslir 28 diwrnod ymlaen llaw.",
        en: "The whole is not owed in any case: by the school's prices 0% is due of a date that is cancelled 28 days before.",
      },
    });
    expect(look(refunds)).toMatchObject({
      met: "unknown",
      reason: {
        en: "It was told that no money is given back, but by the school's prices 0% is due of a date that is cancelled 28 days before.",
      },
      facts: { refundsHirer: false, terms: refunding },
    });
    expect(decideVat(facts(weekly(12), { refunds }))).toMatchObject({
      answer: "review",
      ground: "seriesOfLets",
    });
  });

  it("is broken for good by a date that the hirer was let off, whatever was told", () => {
    const refunds = { terms: refunding, letOff: ["2026-10-06", "2026-10-13"] };
    expect(look(refunds)).toMatchObject({
      met: "no",
      reason: {
        cy: "Canslodd y llogwr, ac nid yw'r cyfan yn ddyledus mwyach am 6 Hydref 2026 a 13 Hydref 2026.",
        en: "The hirer cancelled, and no longer owes the whole for 6 October 2026 and 13 October 2026.",
      },
    });
    expect(decideVat(facts(weekly(12), { refunds })).answer).toBe("standardRated");
  });
});
