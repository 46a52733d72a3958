const CODES = {
  400: "QUERY_INVALID",
  401: "AUTHENTICATION_REQUIRED",
  403: "FORBIDDEN",
  404: "ROUTE_UNKNOWN",
  405: "METHOD_NOT_ALLOWED",
  413: "BODY_TOO_LARGE",
  415: "MEDIA_TYPE_UNSUPPORTED",
  422: "BODY_INVALID",
  429: "RATE_LIMITED",
} as const;

type CodeOfStatus = (typeof CODES)[keyof typeof CODES] | "INTERNAL";

/** The code of the problem that answers an HTTPException of hono, which routes of plugins may throw. */
export function codeOfStatus(status: number): CodeOfStatus {
  const codes: Readonly<Record<number, CodeOfStatus>> = CODES;
  return codes[status] ?? (status >= 500 ? "INTERNAL" : "QUERY_INVALID");
}
