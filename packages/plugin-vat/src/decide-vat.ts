import type { Bilingual } from "@neuadd/core";
import { allMet, type Evidence } from "./evidence.ts";
import { RULE_PACK, RULE_SOURCES } from "./rule-pack.ts";
import { seriesOfLets } from "./series-of-lets.ts";
import { suppliesSport } from "./supplied-place.ts";
import type { VatAnswer, VatGround } from "./vat-answer.ts";
import type { VatFacts } from "./vat-facts.ts";
import { REASONS, REVIEW_REASONS } from "./vat-reasons.ts";
import { rulesFor } from "./vat-rules.ts";

/** A decision with everything that it rests on. It informs: the school decides, and its decision is recorded. */
export interface VatAssessment {
  readonly answer: VatAnswer;
  readonly ground: VatGround;
  readonly reason: Bilingual;
  /** What was looked at, in the order of the rules; for a series of lets all eight conditions. */
  readonly evidence: readonly Evidence[];
  /** Version of the rules. */
  readonly rulePack: string;
  readonly sources: readonly string[];
}

/**
 * Decides how VAT falls on a booking, in the order of the rules: lets inside one council; sport of a council outside the
 * scope; an option to tax, which takes away the exemptions of land alone; a bare room; a sports facility for another use;
 * a long let; a series of lets; an eligible body; the standard rate. The first rule whose conditions are all met decides.
 * A rule that could apply, if only a fact were known, makes the answer `review`, since the later ones stand only once it
 * is ruled out. Pure: the same facts give the same answer.
 */
export function decideVat(facts: VatFacts): VatAssessment {
  if (facts.sessions.length === 0) return answer("review", "noSessions", []);
  const evidence: Evidence[] = [];
  for (const { ground, gives, look } of rulesFor(facts)) {
    const found = look(facts);
    evidence.push(...found);
    const met = allMet(found);
    if (met === "yes" && gives !== undefined) return answer(gives, ground, evidence);
    if (met === "unknown") {
      return answer("review", ground, [...evidence, ...seriesUnless(facts, evidence)]);
    }
  }
  const isOpted = facts.supplier.isOptedToTax === true;
  return answer("standardRated", isOpted ? "optionToTax" : "standardRate", evidence);
}

/** The conditions of a series are of use to whoever reviews, also when the rules have not come to them. */
function seriesUnless(facts: VatFacts, looked: readonly Evidence[]): Evidence[] {
  const isThere = looked.some(({ condition }) => condition === "TEN_SESSIONS");
  return isThere || suppliesSport(facts) === "no" ? [] : seriesOfLets(facts);
}

function answer(given: VatAnswer, ground: VatGround, evidence: readonly Evidence[]): VatAssessment {
  return {
    answer: given,
    ground,
    reason: given === "review" ? REVIEW_REASONS[ground] : REASONS[ground],
    evidence,
    rulePack: RULE_PACK.version,
    sources: RULE_SOURCES,
  };
}
