import { type Instant, type LocalDate, type LocalTime, toInstant, type ZoneId } from "@neuadd/core";

/** Clocks by which a file tells times. */
export interface OutsideZone {
  /** A time that is skipped is taken with the offset before; of a time that comes twice the first is meant. */
  instantOf(date: LocalDate, time: LocalTime): Instant;
}

/** The clocks that a TZID names; those of the school without one. Throws EventRefusal ZONE_UNKNOWN. */
export type ZoneFinder = (name: string | undefined) => OutsideZone;

export function ianaZone(zone: ZoneId): OutsideZone {
  return { instantOf: (date, time) => toInstant(date, time, zone) };
}

export const UTC: OutsideZone = ianaZone("UTC");
