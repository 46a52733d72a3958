export { decideVat, type VatAssessment } from "./decide-vat.ts";
export { CONDITION_CODES, type ConditionCode, type Evidence, type Met } from "./evidence.ts";
export {
  effectOfRemoving,
  fragileDates,
  termBlocks,
  type RemovalEffect,
  type TermBlock,
} from "./plan-vat.ts";
export { RULE_PACK, RULE_SOURCES } from "./rule-pack.ts";
export { measureGaps, type GapReadings, type SessionGap } from "./series-gaps.ts";
export { seriesOfLets } from "./series-of-lets.ts";
export {
  SUPPLIERS,
  type AgreementFacts,
  type RefundFacts,
  type Supplier,
  type SupplierFacts,
  type VatFacts,
  type VatSession,
} from "./vat-facts.ts";
export { VAT_ANSWERS, VAT_GROUNDS, type VatAnswer, type VatGround } from "./vat-answer.ts";
export { vat } from "./vat.ts";
export type { VatApi } from "./vat-api.ts";
export type { KeptAssessment, VatDecision } from "./vat-records.ts";
