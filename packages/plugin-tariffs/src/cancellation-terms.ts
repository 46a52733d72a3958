import { dayNumber, type LocalDate } from "@neuadd/core";

/** What is still to be paid for a date that its hirer cancels early enough. */
export interface CancellationTerm {
  /** Whole days between the local day of the cancellation and the date: at least this many. */
  readonly noticeDays: number;
  /** 0 to 100. */
  readonly sharePercent: number;
  /** `single` is a booking of one date. Absent: any booking. */
  readonly bookings?: "single" | "series";
}

/**
 * The share of the price that is due for a cancelled date, in percent: that of the longest notice that
 * was kept; all of it when none was, or when there are no terms.
 *
 * @example
 * ```ts
 * import { chargedShare } from "@neuadd/plugin-tariffs";
 *
 * const terms = [
 *   { noticeDays: 28, sharePercent: 0 },
 *   { noticeDays: 7, sharePercent: 50 },
 * ];
 * chargedShare(terms, "2026-09-01", "2026-09-29"); //=> 0
 * chargedShare(terms, "2026-09-02", "2026-09-29"); //=> 50
 * chargedShare(terms, "2026-09-28", "2026-09-29"); //=> 100
 * ```
 */
export function chargedShare(
  terms: readonly CancellationTerm[],
  cancelledOn: LocalDate,
  date: LocalDate,
): number {
  const notice = dayNumber(date) - dayNumber(cancelledOn);
  let kept: CancellationTerm | undefined;
  for (const term of terms) {
    if (notice < term.noticeDays) continue;
    if (kept === undefined || term.noticeDays > kept.noticeDays) kept = term;
  }
  return kept?.sharePercent ?? 100;
}
