export const VAT_ANSWERS = ["exempt", "standardRated", "outsideScope", "review"] as const;
/** How VAT falls. `review`: the facts or the rules don't decide it, and somebody must. */
export type VatAnswer = (typeof VAT_ANSWERS)[number];

/** The rule that gave the answer, or that could have if more were known. */
export const VAT_GROUNDS = [
  "withinCouncil",
  "sportNonBusiness",
  "optionToTax",
  "bareRoom",
  "otherUse",
  "longLet",
  "seriesOfLets",
  "eligibleBody",
  "standardRate",
  "noSessions",
] as const;
export type VatGround = (typeof VAT_GROUNDS)[number];
