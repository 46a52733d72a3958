/** Whose key it is. An authority's key acts for every school of the authority; the operator's for all. */
export const CALLER_KINDS = ["hirer", "school", "authority", "operator"] as const;

export type CallerKind = (typeof CALLER_KINDS)[number];
