import type { Instant } from "@neuadd/core";

const APRIL = 3;

/**
 * When the financial year (April to March) began that lies `years` whole ones before the present one: records of before
 * have been kept for so many years and the current one. In UTC, since an hour does not matter here.
 *
 * @example
 * ```ts
 * import { financialYearsBefore } from "@neuadd/plugin-kit";
 *
 * new Date(financialYearsBefore(Date.UTC(2027, 2, 31), 6)).toISOString(); //=> "2020-04-01T00:00:00.000Z"
 * new Date(financialYearsBefore(Date.UTC(2027, 3, 1), 6)).toISOString(); //=> "2021-04-01T00:00:00.000Z"
 * ```
 */
export function financialYearsBefore(now: Instant, years: number): Instant {
  const today = new Date(now);
  const present = today.getUTCFullYear() - (today.getUTCMonth() < APRIL ? 1 : 0);
  return Date.UTC(present - years, APRIL, 1);
}
