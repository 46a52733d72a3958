import type { AudienceTag, Purpose } from "@neuadd/core";
import type { PriceAge } from "./tariff.ts";

const JUNIOR: ReadonlySet<AudienceTag> = new Set(["0-4", "5-10", "11-16"]);

/** The greatest age of a junior, in years. */
export const JUNIOR_MAXIMUM_AGE = 16;

/** Junior when a booking names ages, and none of them above {@link JUNIOR_MAXIMUM_AGE}. Who says nothing of ages pays as adults. */
export function priceAge(purpose: Purpose | undefined): PriceAge {
  const ages = (purpose?.audience ?? []).filter((tag) => tag !== "welshMedium");
  return ages.length > 0 && ages.every((tag) => JUNIOR.has(tag)) ? "junior" : "adult";
}
