import { addDays, coverOn, dayNumber, type HirerDocument, type LocalDate } from "@neuadd/core";

/**
 * Which of the reminders of a document is due today: the number of days before its end that it is for,
 * the smallest that has been reached. Undefined when none is: it ends later, has ended, never ends, or another
 * document of its kind goes on from there.
 *
 * @example
 * ```ts
 * import { reminderDue } from "@neuadd/plugin-hirer-checks";
 *
 * const insurance = {
 *   kind: "publicLiabilityInsurance",
 *   reference: "PL-2041",
 *   validFrom: "2026-04-01",
 *   validUntil: "2027-03-31",
 *   seenBy: "Business manager",
 *   seenOn: "2026-08-20",
 * } as const;
 * reminderDue(insurance, [insurance], [60, 14], "2027-02-10"); //=> 60
 * reminderDue(insurance, [insurance], [60, 14], "2027-03-17"); //=> 14
 * reminderDue(insurance, [insurance], [60, 14], "2026-12-01"); //=> undefined
 * ```
 */
export function reminderDue(
  document: HirerDocument,
  all: readonly HirerDocument[],
  reminderDays: readonly number[],
  today: LocalDate,
): number | undefined {
  const { kind, validUntil } = document;
  if (validUntil === undefined || validUntil < today) return undefined;
  if (coverOn(all, kind, addDays(validUntil, 1))) return undefined;
  const daysLeft = dayNumber(validUntil) - dayNumber(today);
  return reminderDays.filter((days) => daysLeft <= days).toSorted((one, other) => one - other)[0];
}
