import { financialYearsBefore, type PersonalDataLimits } from "@neuadd/plugin-kit";

/** How long personal data is kept. The ledger itself, which holds none, is kept for good. */
export interface RetentionPeriods {
  /**
   * Months after which what came to nothing is erased: titles of requests that were declined, withdrawn or lapsed, hirers
   * who never booked, labels of keys that are not valid any more, and what plugins could not take.
   */
  readonly enquiryMonths: number;
  /**
   * Whole financial years (April to March), after the one in which its last date fell, for which the title of a booking
   * and the name of its hirer are kept: contracts, invoices and VAT evidence are looked at for as long.
   */
  readonly bookingYears: number;
}

/** What schools usually do: refused enquiries a year, contracts and VAT evidence six years and the current one. */
export const DEFAULT_RETENTION: RetentionPeriods = { enquiryMonths: 12, bookingYears: 6 };

/** Counted in UTC: a day more or less does not matter here. */
export function retentionLimits(
  { enquiryMonths, bookingYears }: RetentionPeriods,
  now: number,
): PersonalDataLimits {
  const today = new Date(now);
  const enquiriesBefore = new Date(now);
  // The last day of a shorter month, not the beginning of the next one.
  enquiriesBefore.setUTCDate(1);
  enquiriesBefore.setUTCMonth(enquiriesBefore.getUTCMonth() - enquiryMonths);
  const lastDay = new Date(
    Date.UTC(enquiriesBefore.getUTCFullYear(), enquiriesBefore.getUTCMonth() + 1, 0),
  ).getUTCDate();
  enquiriesBefore.setUTCDate(Math.min(today.getUTCDate(), lastDay));
  return {
    enquiriesBefore: enquiriesBefore.getTime(),
    bookingsBefore: financialYearsBefore(now, bookingYears),
  };
}
