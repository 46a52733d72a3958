import { dayNumber, minutesOfDay, weekdayOf } from "@neuadd/core";
import type { Payer, Session } from "./session.ts";
import type { PriceConditions } from "./tariff.ts";

/** Whether every condition but the hours holds. */
export function fits(
  when: PriceConditions = {},
  { space, date, day }: Session,
  { category, age }: Payer,
): boolean {
  const weekday = weekdayOf(dayNumber(date));
  return (
    (when.spaces?.includes(space.id) ?? true) &&
    (when.spaceKinds === undefined ||
      (space.kind !== undefined && when.spaceKinds.includes(space.kind))) &&
    (when.dayKinds?.includes(day.kind) ?? true) &&
    (when.weekdays?.includes(weekday) ?? true) &&
    (when.age === undefined || when.age === age) &&
    (when.categories === undefined ||
      (category !== undefined && when.categories.includes(category)))
  );
}

/** How many of the minutes from one of a day to another lie within the hours; all without hours. */
export function minutesWithin(when: PriceConditions | undefined, from: number, to: number): number {
  if (when?.hours === undefined) return to - from;
  const start = Math.max(from, minutesOfDay(when.hours.start));
  return Math.max(0, Math.min(to, minutesOfDay(when.hours.end)) - start);
}

/** How many minutes of a session a price is for: none where a condition does not hold. */
export function minutesPriced(
  when: PriceConditions | undefined,
  session: Session,
  payer: Payer,
): number {
  if (!fits(when, session, payer)) return 0;
  return minutesWithin(when, minutesOfDay(session.startTime), minutesOfDay(session.endTime));
}
