import { canEndAt, canStartAt } from "../availability/local-day.ts";
import { schoolDay } from "../calendar/school-day.ts";
import { spaceOf } from "../premises/space-tree.ts";
import type { LocalDate } from "../time/local-date.ts";
import { localTime } from "../time/local-time.ts";
import type { RuleFinding } from "./booking-rule.ts";
import { placeDate, type DecisionContext, type WantedDate } from "./decision-context.ts";
import type { DecisionDay } from "./decision-day.ts";
import { denial, type Denial } from "./denial.ts";
import { claimDenials, isHeld } from "./judge-claims.ts";
import { hoursDenials } from "./judge-hours.ts";
import { termsDenials } from "./judge-terms.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/** A wanted date, placed, with every reason why it can't be had; none if it can. */
export interface JudgedDate {
  readonly placement: Placement;
  readonly denials: readonly Denial[];
  /** What the rules of plugins warn of, whether or not the date can be had. */
  readonly warnings: readonly Denial[];
}

/** Judges one wanted date by the terms of its space, its hours, all claims, and the rules of plugins. */
export function judgeDate(
  wanted: WantedDate,
  context: DecisionContext,
  own: OwnClaims,
): JudgedDate {
  const day = context.day(wanted.date);
  const placement = placeDate(wanted, day);
  const missing = nonexistentDenials(wanted, day);
  const { denials, warnings } = sortFindings(ruleFindings(wanted.date, placement, context));
  return {
    placement,
    denials: [
      ...missing,
      ...termsDenials(wanted, placement, context),
      ...hoursDenials(wanted, day),
      // A time that clocks never show is no time at which anything could be in the way.
      ...(missing.length > 0 ? [] : claimDenials(wanted, placement, day, own)),
      ...denials,
    ],
    warnings,
  };
}

/** Where a wanted date can be had; undefined if `judgeDate` denies it. In brief, for trying many times and spaces. */
export function placementIfFree(
  wanted: WantedDate,
  day: DecisionDay,
  context: DecisionContext,
  own: OwnClaims,
): Placement | undefined {
  const placement = placeDate(wanted, day);
  const isDenied =
    isHeld(wanted, placement, day, own) ||
    nonexistentDenials(wanted, day).length > 0 ||
    termsDenials(wanted, placement, context).length > 0 ||
    hoursDenials(wanted, day).length > 0 ||
    sortFindings(ruleFindings(wanted.date, placement, context)).denials.length > 0;
  return isDenied ? undefined : placement;
}

/** What the rules of plugins warn of at a place that was found for a date. */
export function warningsAt(
  date: LocalDate,
  placement: Placement,
  context: DecisionContext,
): readonly Denial[] {
  return sortFindings(ruleFindings(date, placement, context)).warnings;
}

/** Warnings as a part of a date; nothing if there are none. */
export function warned(warnings: readonly Denial[]): { readonly warnings?: readonly Denial[] } {
  return warnings.length === 0 ? {} : { warnings };
}

function nonexistentDenials(
  { date, startMinutes, endMinutes }: WantedDate,
  { clocks }: DecisionDay,
): Denial[] {
  if (!canStartAt(clocks, startMinutes)) {
    return [denial("NONEXISTENT_LOCAL_TIME", { date, time: localTime(startMinutes) })];
  }
  if (!canEndAt(clocks, endMinutes)) {
    return [denial("NONEXISTENT_LOCAL_TIME", { date, time: localTime(endMinutes) })];
  }
  return [];
}

function ruleFindings(
  date: LocalDate,
  placement: Placement,
  { facts, request }: DecisionContext,
): readonly RuleFinding[] {
  const { rules } = facts;
  if (rules === undefined || rules.length === 0) return [];
  const space = spaceOf(facts.tree, placement.space);
  const placed = { ...placement, date, space, day: schoolDay(facts.calendar, date) };
  return rules.flatMap((rule) => rule(placed, request, facts.now));
}

function sortFindings(findings: readonly RuleFinding[]): Omit<JudgedDate, "placement"> {
  if (findings.length === 0) return NO_FINDINGS;
  const denials: Denial[] = [];
  const warnings: Denial[] = [];
  for (const { warning, ...finding } of findings) {
    (warning === true ? warnings : denials).push(finding);
  }
  return { denials, warnings };
}

const NO_FINDINGS = { denials: [], warnings: [] };
