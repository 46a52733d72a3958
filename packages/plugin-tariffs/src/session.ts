import {
  type Bilingual,
  type HirerCategory,
  type SchoolDay,
  sayDate,
  sayTime,
  type Space,
} from "@neuadd/core";
import type { PricedPlace } from "./price-line.ts";
import type { PriceAge } from "./tariff.ts";

/** One date to be priced. */
export interface Session extends Omit<PricedPlace, "space"> {
  /** Without a kind: it is not among the school's spaces any more. */
  readonly space: Pick<Space, "id" | "name"> & Partial<Pick<Space, "kind">>;
  readonly day: Pick<SchoolDay, "kind">;
}

/** Who pays, as prices go. */
export interface Payer {
  /** Absent when a school asks without naming a hirer. */
  readonly category?: HirerCategory;
  readonly age: PriceAge;
}

/** What a line of a session says: when and where it is, then what is charged. */
export function sessionLabel(
  { date, startTime, endTime, space }: Session,
  words: Bilingual,
): Bilingual {
  const say = (language: "cy" | "en") =>
    `${sayDate(date, language)}, ${sayTime(startTime, language)}–${sayTime(endTime, language)}, ${space.name[language]}: ${words[language]}`;
  return { cy: say("cy"), en: say("en") };
}
