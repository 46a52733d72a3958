/**
 * Every `code` that the problem details of the server can carry, in alphabetical order. Codes are stable, and the same
 * in both languages. A newer server may know more of them, and so may the routes of its plugins.
 */
export const PROBLEM_CODES = [
  "AMENDMENT_NOT_POSSIBLE",
  "AUTHENTICATION_REQUIRED",
  "BLOCK_OVERLAPS",
  "BLOCK_UNKNOWN",
  "BODY_INVALID",
  "BODY_NOT_JSON",
  "BODY_TOO_LARGE",
  "BOOKING_UNKNOWN",
  "DECISION_CHANGED",
  "FORBIDDEN",
  "HIRER_UNKNOWN",
  "IDEMPOTENCY_KEY_INVALID",
  "IDEMPOTENCY_KEY_MISSING",
  "IDEMPOTENCY_KEY_REUSED",
  "IDEMPOTENCY_KEY_RUNNING",
  "INTERNAL",
  "INTERVAL_INVALID",
  "KEY_INVALID",
  "LAYOUT_UNKNOWN",
  "LOCAL_DATE_INVALID",
  "LOCAL_TIME_INVALID",
  "MEDIA_TYPE_UNSUPPORTED",
  "MEMBER_UNKNOWN",
  "METHOD_NOT_ALLOWED",
  "OCCURRENCE_UNKNOWN",
  "PRECONDITION_REQUIRED",
  "QUERY_INVALID",
  "RATE_LIMITED",
  "RECURRENCE_INVALID",
  "RECURRENCE_UNBOUNDED",
  "RECURRENCE_UNSUPPORTED",
  "REQUEST_INVALID",
  "REVISION_STALE",
  "ROUTE_UNKNOWN",
  "SCHOOL_UNKNOWN",
  "SCOPE_MISSING",
  "SERIES_NOT_BOOKABLE",
  "SPACE_UNKNOWN",
  "STORE_UNAVAILABLE",
  "TRANSITION_REFUSED",
  "WOULD_DISPLACE",
] as const;

/** One of `PROBLEM_CODES`. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A code of a plugin's own route: the id of the plugin, a slash, and its code. */
export type PluginProblemCode = `${string}/${string}`;
