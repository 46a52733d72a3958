import type { RuleWeekday } from "./recurrence-rule.ts";

/**
 * Numbers that count from the start or, if negative, from the end, in the order of a calendar: 1, 2, … -2, -1.
 * Each once.
 */
export function sortPositions(positions: readonly number[]): number[] {
  return [...new Set(positions)].toSorted((a, b) => positionKey(a) - positionKey(b));
}

/** Weekdays from Monday on: those without an ordinal first, then by ordinal. Each once. */
export function sortWeekdays(days: readonly RuleWeekday[]): RuleWeekday[] {
  const byKey = new Map(days.map((day) => [weekdayKey(day), day]));
  return [...byKey].toSorted(([a], [b]) => a - b).map(([, day]) => day);
}

function positionKey(position: number): number {
  return position > 0 ? position : 1000 + position;
}

function weekdayKey(day: RuleWeekday): number {
  return (day.ordinal === undefined ? 0 : positionKey(day.ordinal)) * 10 + day.weekday;
}
