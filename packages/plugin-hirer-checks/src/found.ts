import type { Bilingual, RuleFinding } from "@neuadd/core";
import type { CheckOutcome } from "./check-policy.ts";

export type CheckCode =
  | "AUDIENCE_NOT_STATED"
  | "COVER_MISSING"
  | "COVER_ENDS"
  | "COVER_BEGINS_LATER"
  | "SUPERVISION_NOT_DECLARED"
  | "TOO_FEW_ADULTS"
  | "GROUP_OVER_CAPACITY"
  | "CHILDCARE_REGISTRATION_TO_CHECK"
  | "EVENT_NOTICE_MISSING"
  | "EVENT_NOTICES_USED_UP"
  | "EVENT_TOO_LARGE";

/** One thing found of a date. As a warning it denies nothing. */
export function found(
  code: CheckCode,
  outcome: CheckOutcome,
  message: Bilingual,
  details: Readonly<Record<string, unknown>>,
): RuleFinding {
  return {
    code: `hirer-checks/${code}`,
    message,
    details,
    ...(outcome === "warn" && { warning: true }),
  };
}
