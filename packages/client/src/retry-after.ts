/**
 * How long an answer asks to wait, from `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date, which is then counted
 * from the date of the answer itself, so that a clock that is wrong here does no harm. Undefined without the header, or if
 * it is malformed; never negative.
 */
export function retryAfterMilliseconds(headers: Headers): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Other texts, such as negative numbers, pass for dates with some engines.
  if (!/^[a-z]{3,9},? /i.test(text)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  const milliseconds = Date.parse(text) - (Number.isNaN(sent) ? Date.now() : sent);
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
