import { canEndAt, canStartAt } from "../availability/local-day.ts";
import { schoolDay } from "../calendar/school-day.ts";
import { localTime } from "../time/local-time.ts";
import { placeDate, type DecisionContext, type WantedDate } from "./decision-context.ts";
import { denial, type Denial } from "./denial.ts";
import { claimDenials } from "./judge-claims.ts";
import { hoursDenials } from "./judge-hours.ts";
import { termsDenials } from "./judge-terms.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/** A wanted date, placed, with every reason why it can't be had; none if it can. */
export interface JudgedDate {
  readonly placement: Placement;
  readonly denials: readonly Denial[];
}

/** Judges one wanted date by the terms of its space, its hours, all claims, and the rules of plugins. */
export function judgeDate(
  wanted: WantedDate,
  context: DecisionContext,
  own: OwnClaims,
): JudgedDate {
  const placement = placeDate(wanted, context);
  const missing = nonexistentDenials(wanted, context);
  return {
    placement,
    denials: [
      ...missing,
      ...termsDenials(wanted, placement, context),
      ...hoursDenials(wanted, context),
      // A time that clocks never show is no time at which anything could be in the way.
      ...(missing.length > 0 ? [] : claimDenials(wanted, placement, context, own)),
      ...ruleDenials(wanted, placement, context),
    ],
  };
}

function nonexistentDenials(
  { date, startMinutes, endMinutes }: WantedDate,
  context: DecisionContext,
): Denial[] {
  const day = context.localDay(date);
  if (!canStartAt(day, startMinutes)) {
    return [denial("NONEXISTENT_LOCAL_TIME", { date, time: localTime(startMinutes) })];
  }
  if (!canEndAt(day, endMinutes)) {
    return [denial("NONEXISTENT_LOCAL_TIME", { date, time: localTime(endMinutes) })];
  }
  return [];
}

function ruleDenials(
  { date, space }: WantedDate,
  placement: Placement,
  { facts, request }: DecisionContext,
): readonly Denial[] {
  const { rules } = facts;
  if (rules === undefined || rules.length === 0) return [];
  const placed = { ...placement, date, space, day: schoolDay(facts.calendar, date) };
  return rules.flatMap((rule) => rule(placed, request, facts.now));
}
