import type { Bilingual } from "@neuadd/core";
import type { BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { currentAssessment, type VatContext } from "./assess-booking.ts";
import { RULE_PACK } from "./rule-pack.ts";
import type { SupplierFacts } from "./vat-facts.ts";
import {
  type KeptAssessment,
  readAssessment,
  readDecisions,
  readSupplier,
  type VatDecision,
} from "./vat-records.ts";

export const VAT_STATES = ["undecided", "review", "stale", "decided"] as const;
/**
 * Where a school stands with a booking. `undecided`: the rules have an answer, and the school has not decided; `review`: neither has;
 * `stale`: it decided on an assessment that is not the latest any more.
 */
export type VatState = (typeof VAT_STATES)[number];

/** The state of a booking, and what it comes from. */
export interface BookingVatState {
  readonly state: VatState;
  readonly assessment: KeptAssessment;
  readonly decision?: VatDecision;
}

/** With the assessment that holds now. */
export async function vatState(
  context: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
): Promise<BookingVatState> {
  return stateOf(context, booking, await currentAssessment(context, school, booking));
}

/**
 * With the assessment that was kept last, as long as rules and supplier are those that it was made with: every change of a
 * booking has one made. For lists, in which hundreds are looked through.
 */
export async function keptVatState(
  context: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
): Promise<BookingVatState> {
  const latest = await readAssessment(context.tables, booking.school, booking.id);
  const supplier = await readSupplier(context.tables, booking.school);
  const holds = latest !== undefined && isMadeWith(latest, supplier);
  return holds ? stateOf(context, booking, latest) : vatState(context, school, booking);
}

function isMadeWith({ rulePack, facts }: KeptAssessment, told: SupplierFacts): boolean {
  const { category: _shown, ...supplier } = facts.supplier;
  return rulePack === RULE_PACK.version && JSON.stringify(supplier) === JSON.stringify(told);
}

async function stateOf(
  { tables }: VatContext,
  { school, id }: BookingFacts,
  assessment: KeptAssessment,
): Promise<BookingVatState> {
  const [decision] = await readDecisions(tables, school, id);
  if (decision === undefined) {
    return { state: assessment.answer === "review" ? "review" : "undecided", assessment };
  }
  const state = decision.assessment === assessment.number ? "decided" : "stale";
  return { state, assessment, decision };
}

/** What an invoice says of VAT: whether it is decided, and if not, what the rules say. */
export function sayVatState({ state, assessment, decision }: BookingVatState): Bilingual {
  const { cy, en } = assessment.reason;
  const was = decision && DECIDED[decision.answer];
  switch (state) {
    case "decided":
      return { cy: `Penderfynwyd ar TAW: ${was?.cy}.`, en: `VAT is decided: ${was?.en}.` };
    case "stale":
      return {
        cy: `Penderfynwyd ar TAW (${was?.cy}), ond newidiodd yr asesiad: penderfynwch eto. ${cy}`,
        en: `VAT was decided (${was?.en}), but the assessment has changed: decide again. ${en}`,
      };
    default:
      return {
        cy: `Ni phenderfynwyd ar TAW eto, ac ni chodir dim. ${cy}`,
        en: `VAT is not decided yet, and none is charged. ${en}`,
      };
  }
}

const DECIDED: Readonly<Record<VatDecision["answer"], Bilingual>> = {
  exempt: { cy: "wedi'i eithrio", en: "exempt" },
  standardRated: { cy: "ar y gyfradd safonol", en: "standard-rated" },
  outsideScope: { cy: "y tu allan i gwmpas TAW", en: "outside the scope" },
};
