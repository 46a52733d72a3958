import type { Bilingual } from "@neuadd/core";
import { FINDING_TEXTS, type FindingCode } from "./finding-texts.ts";

/** A `fault` breaks a promise of Neuadd's or soon will; a `warning` is what its operator should know. */
export type FindingSeverity = "fault" | "warning";

/** Something that is not as it should be, with what to do about it. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Set when it is about one school. */
  readonly school?: string;
  /** How many there are of it; at least 1. */
  readonly count: number;
  /** Where: ids, dates, names of tables; the first few. Nothing personal. */
  readonly places: readonly string[];
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

const MOST_PLACES = 5;

/** One finding for all the places where the same thing was found. Undefined for no place. */
function findingOf(
  code: FindingCode,
  places: readonly string[],
  school?: string,
): Finding | undefined {
  if (places.length === 0) return undefined;
  const { severity, sentence, remedy } = FINDING_TEXTS[code];
  return {
    code,
    severity,
    ...(school !== undefined && { school }),
    count: places.length,
    places: places.slice(0, MOST_PLACES),
    sentence,
    remedy,
  };
}

/** What was found in one place: checks answer these, and they are gathered by code. */
export interface Sighting {
  readonly code: FindingCode;
  readonly place: string;
}

/** Sightings as findings, one for each code, in the order in which they were first met. */
export function gathered(sightings: readonly Sighting[], school?: string): Finding[] {
  const places = new Map<FindingCode, string[]>();
  for (const { code, place } of sightings) {
    places.set(code, [...(places.get(code) ?? []), place]);
  }
  return [...places].flatMap(([code, list]) => findingOf(code, list, school) ?? []);
}
