import type { CoreErrorCode } from "@neuadd/core";

/** Codes of core that the body of a request can cause. Any other code of core means that the host's own data is wrong. */
export const REQUEST_ERROR_CODES = [
  "RECURRENCE_INVALID",
  "RECURRENCE_UNSUPPORTED",
  "RECURRENCE_UNBOUNDED",
  "LOCAL_DATE_INVALID",
  "LOCAL_TIME_INVALID",
  "INTERVAL_INVALID",
  "LAYOUT_UNKNOWN",
  "REQUEST_INVALID",
] as const satisfies readonly CoreErrorCode[];

export type RequestErrorCode = (typeof REQUEST_ERROR_CODES)[number];

const CODES: ReadonlySet<CoreErrorCode> = new Set([...REQUEST_ERROR_CODES, "SPACE_UNKNOWN"]);

/** Whether what core threw is a fault of the request: one of these codes, or a space in its body that is not there. */
export function isRequestError(code: CoreErrorCode): code is RequestErrorCode | "SPACE_UNKNOWN" {
  return CODES.has(code);
}
