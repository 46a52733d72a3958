import { allMet, type Evidence, type Met, metBy } from "./evidence.ts";
import { longestLet } from "./longest-let.ts";
import { RULE_PACK } from "./rule-pack.ts";
import { seriesOfLets } from "./series-of-lets.ts";
import {
  hasSportsFacility,
  isBareRoom,
  isSetUpForSport,
  isSport,
  suppliesSport,
} from "./supplied-place.ts";
import { settleEvidence } from "./supply-evidence.ts";
import type { VatAnswer, VatGround } from "./vat-answer.ts";
import type { VatFacts } from "./vat-facts.ts";

export interface VatRule {
  readonly ground: VatGround;
  /** The answer when all conditions are met. Absent: what comes after decides in any case. */
  readonly gives?: VatAnswer;
  readonly look: (facts: VatFacts) => readonly Evidence[];
}

/** The rules in their order. An option to tax takes away the exemptions of land (Group 1), and no other. */
export function rulesFor({ supplier }: VatFacts): readonly VatRule[] {
  const landRules = supplier.isOptedToTax === true ? [] : LAND_RULES;
  return [...SCOPE_RULES, OPTION_TO_TAX, ...landRules, ELIGIBLE_BODY];
}

const SCOPE_RULES: readonly VatRule[] = [
  {
    ground: "withinCouncil",
    gives: "outsideScope",
    look: (facts) => [settleEvidence("WITHIN_COUNCIL", withinCouncil(facts))],
  },
  {
    ground: "sportNonBusiness",
    gives: "outsideScope",
    look: (facts) => [settleEvidence("SPORT_NON_BUSINESS", sportNonBusiness(facts))],
  },
];

const OPTION_TO_TAX: VatRule = {
  ground: "optionToTax",
  look: ({ supplier }) => [settleEvidence("OPTED_TO_TAX", metBy(supplier.isOptedToTax))],
};

/** Exemptions of Group 1. */
const LAND_RULES: readonly VatRule[] = [
  {
    ground: "bareRoom",
    gives: "exempt",
    look: (facts) => [settleEvidence("BARE_ROOM", isBareRoom(facts))],
  },
  {
    ground: "otherUse",
    gives: "review",
    look: (facts) => [settleEvidence("OTHER_USE", otherUse(facts))],
  },
  {
    ground: "longLet",
    gives: "exempt",
    look: (facts) => {
      const { minutes: longestMinutes, isWhole } = longestLet(facts.sessions);
      return [settleEvidence("LONG_LET", longLet(facts), { longestMinutes, isWhole })];
    },
  },
  {
    ground: "seriesOfLets",
    gives: "exempt",
    look: (facts) => {
      const sport = settleEvidence("SPORT_SUPPLIED", suppliesSport(facts));
      return sport.met === "no" ? [sport] : [sport, ...seriesOfLets(facts)];
    },
  },
];

/** Group 10 item 3. */
const ELIGIBLE_BODY: VatRule = {
  ground: "eligibleBody",
  gives: "exempt",
  look: (facts) => {
    const { supplier, agreement } = facts;
    const met = allMet([
      { met: suppliesSport(facts) },
      { met: metBy(agreement.servesIndividualsInSport) },
      { met: metBy(supplier.isEligibleBody) },
    ]);
    return [settleEvidence("ELIGIBLE_BODY", met)];
  },
};

/** Schools and public bodies may be a part of the council that lets: for them, and for whoever is not known, it has to be told. */
function withinCouncil({ supplier, agreement, hirerCategory }: VatFacts): Met {
  const mayBe = [undefined, "school", "statutoryPartner"].includes(hirerCategory);
  const { isWithinCouncil = mayBe ? undefined : false } = agreement;
  return allMet([{ met: metBy(isWithinCouncil) }, { met: isCouncil(supplier.supplier) }]);
}

function isCouncil(supplier: VatFacts["supplier"]["supplier"]): Met {
  return supplier === undefined ? "unknown" : metBy(supplier === "council");
}

/** A council's sport, where the let could have been exempt: to a business only if individuals then take part. A room counts only if the council set it up for sport. */
function sportNonBusiness(facts: VatFacts): Met {
  const { supplier, agreement, hirerCategory } = facts;
  const mayBeBusiness = hirerCategory === undefined || hirerCategory === "commercial";
  return allMet([
    { met: isCouncil(supplier.supplier) },
    { met: metBy(supplier.treatsSportAsNonBusiness) },
    { met: isSetUpForSport(facts) },
    { met: isSport(facts) },
    { met: mayBeBusiness ? metBy(agreement.servesIndividualsInSport) : "yes" },
  ]);
}

/** Met: a sports facility is let for something else than sport, which the rules at hand say nothing of. */
function otherUse(facts: VatFacts): Met {
  if (!hasSportsFacility(facts)) return "no";
  const sport = isSport(facts);
  return sport === "unknown" ? sport : metBy(sport === "no");
}

/** A continuous let of sports facilities decides if there is nothing else in the booking; beside others somebody must look. */
function longLet(facts: VatFacts): Met {
  const { minutes, isWhole } = longestLet(facts.sessions);
  if (minutes <= RULE_PACK.longLetMinutes) return "no";
  return allMet([
    { met: suppliesSport(facts) },
    { met: isWhole ? "yes" : "unknown" },
    { met: metBy(facts.agreement.hasExclusiveUse) },
  ]);
}
