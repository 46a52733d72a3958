import type { Bilingual } from "@neuadd/core";

/** Every fault that the server answers with, by its stable code. Titles in both languages: `http/problem-titles.ts`. */
export const SERVER_ERROR_CODES = [
  "AUTHENTICATION_REQUIRED",
  "KEY_INVALID",
  "FORBIDDEN",
  "SCOPE_MISSING",
  "ROUTE_UNKNOWN",
  "METHOD_NOT_ALLOWED",
  "SCHOOL_UNKNOWN",
  "SPACE_UNKNOWN",
  "BOOKING_UNKNOWN",
  "OCCURRENCE_UNKNOWN",
  "BLOCK_UNKNOWN",
  "HIRER_UNKNOWN",
  "MEMBER_UNKNOWN",
  "BODY_NOT_JSON",
  "BODY_INVALID",
  "BODY_TOO_LARGE",
  "MEDIA_TYPE_UNSUPPORTED",
  "QUERY_INVALID",
  "IDEMPOTENCY_KEY_MISSING",
  "IDEMPOTENCY_KEY_INVALID",
  "IDEMPOTENCY_KEY_REUSED",
  "IDEMPOTENCY_KEY_RUNNING",
  "PRECONDITION_REQUIRED",
  "REVISION_STALE",
  "DECISION_CHANGED",
  "SERIES_NOT_BOOKABLE",
  "AMENDMENT_NOT_POSSIBLE",
  "TRANSITION_REFUSED",
  "WOULD_DISPLACE",
  "BLOCK_OVERLAPS",
  "RATE_LIMITED",
  "STORE_UNAVAILABLE",
  "INTERNAL",
] as const;
export type ServerErrorCode = (typeof SERVER_ERROR_CODES)[number];

/**
 * A fault of a request. `sentence` says what was wrong here and what to do; `message` is its English. `code` decides the
 * HTTP status, `extensions` go into the problem details as they are.
 */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ServerErrorCode;
  readonly sentence: Bilingual;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: ServerErrorCode,
    sentence: Bilingual,
    options?: ErrorOptions & { extensions?: Readonly<Record<string, unknown>> },
  ) {
    super(sentence.en, options);
    this.code = code;
    this.sentence = sentence;
    this.extensions = options?.extensions ?? {};
  }
}
