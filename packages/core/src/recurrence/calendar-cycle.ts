import type { Frequency } from "./recurrence-rule.ts";

/** Weekdays and leap years repeat exactly after 400 years: how many periods of each kind that is. */
const PERIODS_IN_400_YEARS: Readonly<Record<Frequency, number>> = {
  DAILY: 146_097,
  WEEKLY: 20_871,
  MONTHLY: 4_800,
  YEARLY: 400,
};

/**
 * After how many of its periods a rule of an interval meets the same days of the calendar again. A rule that has had
 * no date for so long never has one: this is what ends the search of an impossible rule.
 */
export function cyclePeriods(frequency: Frequency, interval: number): number {
  const periods = PERIODS_IN_400_YEARS[frequency];
  return periods / greatestCommonDivisor(periods, interval);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
