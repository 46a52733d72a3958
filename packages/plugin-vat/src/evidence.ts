import type { Bilingual } from "@neuadd/core";

/** `unknown`: a fact is missing, or readings of the rule differ. Never taken for yes. */
export type Met = "yes" | "no" | "unknown";

/** One condition of the rules, whether it is met, and by which facts. */
export interface Evidence {
  /** Stable. */
  readonly condition: ConditionCode;
  readonly met: Met;
  readonly reason: Bilingual;
  /** Figures and dates, for programs: nothing personal. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export const CONDITION_CODES = [
  "SPORT_NON_BUSINESS",
  "WITHIN_COUNCIL",
  "OPTED_TO_TAX",
  "BARE_ROOM",
  "OTHER_USE",
  "LONG_LET",
  "SPORT_SUPPLIED",
  "TEN_SESSIONS",
  "SAME_ACTIVITY",
  "SAME_PLACE",
  "INTERVALS",
  "NO_CLOSURE_EXCEPTION",
  "PAID_AS_WHOLE",
  "QUALIFYING_HIRER",
  "EXCLUSIVE_USE",
  "ELIGIBLE_BODY",
] as const;
export type ConditionCode = (typeof CONDITION_CODES)[number];

/** All of them: no if one is no; else unknown if one is unknown. Empty: yes. */
export function allMet(evidence: readonly Pick<Evidence, "met">[]): Met {
  if (evidence.some(({ met }) => met === "no")) return "no";
  return evidence.some(({ met }) => met === "unknown") ? "unknown" : "yes";
}

/** A fact that may not have been told. */
export function metBy(fact: boolean | undefined): Met {
  if (fact === undefined) return "unknown";
  return fact ? "yes" : "no";
}
