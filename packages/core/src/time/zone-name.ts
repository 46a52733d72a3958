import { CoreError } from "../errors.ts";

/** An IANA time zone, such as `Europe/London`. */
export type ZoneId = string;

/**
 * Whether text names an IANA zone that this machine's zone data has, such as `Europe/London` or `UTC`.
 * Upper and lower case are not told apart; offsets such as `+01:00` are no zones.
 */
export function isZone(text: string): text is ZoneId {
  // Intl also takes offsets, which are not zones: they keep no clock changes.
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Throws ZONE_UNKNOWN unless `zone` is a zone as `isZone` has it. */
export function assertZone(zone: string): asserts zone is ZoneId {
  if (!isZone(zone)) {
    throw new CoreError("ZONE_UNKNOWN", {
      cy: `Nid yw ${JSON.stringify(zone)} yn gylchfa amser IANA. Defnyddiwch enw fel Europe/London.`,
      en: `${JSON.stringify(zone)} is no IANA time zone. Use a name such as Europe/London.`,
    });
  }
}
