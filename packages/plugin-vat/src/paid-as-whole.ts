import { type Bilingual, joinList, sayShortDate } from "@neuadd/core";
import { allMet, type Evidence, type Met, metBy } from "./evidence.ts";
import type { VatFacts } from "./vat-facts.ts";

type Asked = Pick<VatFacts, "agreement" | "refunds">;

/**
 * The sixth condition of a series: agreed in writing, paid for as a whole, and owed whether or not each session is used.
 * What the school's prices say counts beside what was told: a date of which the hirer was let off a part breaks it, and so
 * do terms that would let it off, unless it was told that nothing is given back. Then somebody must say which is right.
 */
export function paidAsWhole(facts: Asked): Evidence {
  const { isPaidAsWhole, hasWrittenAgreement, refundsHirer } = facts.agreement;
  const owed = isOwedWhole(facts);
  const met = allMet([
    { met: metBy(isPaidAsWhole) },
    { met: metBy(hasWrittenAgreement) },
    { met: owed },
  ]);
  return {
    condition: "PAID_AS_WHOLE",
    met,
    reason: (met === owed && sayRefunds(facts)) || REASONS[met],
    facts: { isPaidAsWhole, hasWrittenAgreement, refundsHirer, ...facts.refunds },
  };
}

function isOwedWhole({ agreement: { refundsHirer }, refunds }: Asked): Met {
  if (refundsHirer === true || (refunds?.letOff.length ?? 0) > 0) return "no";
  if (kindestTerm(refunds) !== undefined) return refundsHirer === false ? "unknown" : "no";
  return metBy(refundsHirer === undefined ? undefined : true);
}

/** Of the terms by which less than the whole is due the one that lets off most. */
function kindestTerm(refunds: VatFacts["refunds"]) {
  return refunds?.terms
    .filter(({ sharePercent }) => sharePercent < 100)
    .toSorted((one, other) => one.sharePercent - other.sharePercent)[0];
}

/** What the prices say against it; undefined when they say nothing. */
function sayRefunds({ agreement: { refundsHirer }, refunds }: Asked): Bilingual | undefined {
  const { letOff = [] } = refunds ?? {};
  const dates = (language: "cy" | "en") =>
    joinList(
      letOff.map((date) => sayShortDate(date, language)),
      language,
    );
  if (letOff.length > 0) {
    return {
      cy: `Canslodd y llogwr, ac nid yw'r cyfan yn ddyledus mwyach am ${dates("cy")}.`,
      en: `The hirer cancelled, and no longer owes the whole for ${dates("en")}.`,
    };
  }
  const term = kindestTerm(refunds);
  if (term === undefined || refundsHirer === true) return undefined;
  const { noticeDays, sharePercent } = term;
  const terms = {
    cy: `yn ôl prisiau'r ysgol, ${sharePercent}% sy'n ddyledus am ddyddiad a ganslir ${noticeDays} diwrnod ymlaen llaw`,
    en: `by the school's prices ${sharePercent}% is due of a date that is cancelled ${noticeDays} ${noticeDays === 1 ? "day" : "days"} before`,
  };
  return refundsHirer === false
    ? {
        cy: `Dywedwyd na roddir arian yn ôl, ond ${terms.cy}.`,
        en: `It was told that no money is given back, but ${terms.en}.`,
      }
    : {
        cy: `Nid yw'r cyfan yn ddyledus doed a ddelo: ${terms.cy}.`,
        en: `The whole is not owed in any case: ${terms.en}.`,
      };
}

const REASONS: Readonly<Record<Met, Bilingual>> = {
  yes: {
    cy: "Cytunwyd yn ysgrifenedig i dalu am y gyfres gyfan, a ddefnyddir pob sesiwn neu beidio.",
    en: "It was agreed in writing to pay for the whole series, whether or not each session is used.",
  },
  no: {
    cy: "Ni thelir am y gyfres gyfan yn ysgrifenedig, neu caiff y llogwr ei arian yn ôl wrth ganslo.",
    en: "The series is not paid for as a whole in writing, or the hirer has money back on cancelling.",
  },
  unknown: {
    cy: "Ni ddywedwyd eto sut y cytunwyd i dalu.",
    en: "How payment was agreed has not been told yet.",
  },
};
