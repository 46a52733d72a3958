/** An IANA time zone, such as `Europe/London`. */
export type ZoneId = string;
