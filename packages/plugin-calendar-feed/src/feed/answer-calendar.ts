import type { Language } from "@neuadd/core";

/** How a calendar is answered. */
export interface CalendarAnswer {
  readonly tag: string;
  readonly language: Language;
  readonly cacheControl: string;
  /** Public data that pages of other sites may read. */
  readonly isPublic: boolean;
}

/** The headers of a calendar, or of a 304 in its place. */
export function calendarHeaders(answer: CalendarAnswer): Record<string, string> {
  const { tag, language, cacheControl, isPublic } = answer;
  return {
    etag: tag,
    "cache-control": cacheControl,
    "content-type": "text/calendar; charset=utf-8",
    "content-language": language,
    ...(isPublic && {
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    }),
  };
}

/** Whether a caller has it already (RFC 9110 section 13.1.2: weak comparison). */
export function isCurrent(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tag);
}
