import {
  CoreError,
  dayNumber,
  expandRecurrence,
  type LocalDate,
  parseRecurrenceRule,
  type RecurrenceRule,
} from "@neuadd/core";
import { EventRefusal } from "./event-refusal.ts";
import type { WorkBudget } from "./work-budget.ts";

/** Which dates of a rule are wanted, and what they may cost. */
export interface RuleSpan {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly until: LocalDate;
  readonly budget: WorkBudget;
}

/** A whole year is looked through to find one date in it. */
const YEAR_DAYS = 366;
/** What is counted is listed, from the first date on. */
const WORK_OF_COUNTING = 3;

/** A rule's text in two: the rule without an end by date, and that end as it stands there. */
export function splitUntil(text: string): { readonly rule: string; readonly until?: string } {
  const parts = text.split(";");
  const until = parts.find((part) => /^UNTIL=/i.test(part))?.slice("UNTIL=".length);
  const rule = parts.filter((part) => !/^UNTIL=/i.test(part)).join(";");
  return { rule, ...(until !== undefined && { until }) };
}

/** Core's rule of a text without UNTIL. Throws EventRefusal for what it does not expand exactly. */
export function readRule(text: string): RecurrenceRule {
  return orRefuse(() => parseRecurrenceRule(text));
}

/** The dates of a rule within a span. Without COUNT what lies before the span costs nothing. */
export function expandRule(
  rule: RecurrenceRule,
  first: LocalDate,
  { from, until, budget }: RuleSpan,
): LocalDate[] {
  if (until < first) return [];
  const listed = Math.max(rule.byDay.length, 1);
  const work = (start: LocalDate, end: LocalDate) =>
    (Math.max(dayNumber(end) - dayNumber(start), 0) + YEAR_DAYS) * listed;
  if (rule.count === undefined) {
    budget.spend(work(from < first ? first : from, until));
    return orRefuse(() => expandRecurrence(rule, first, { from, until }));
  }
  const dates = orRefuse(() => expandRecurrence(rule, first, { until }));
  const isWhole = dates.length === rule.count;
  const last = (isWhole ? dates.at(-1) : undefined) ?? until;
  budget.spend(work(first, last) * WORK_OF_COUNTING);
  return dates.filter((date) => date >= from);
}

/** Whether the first date of an event is one that its own rule gives: else RFC 5545 doesn't say what is meant. */
export function givesItsFirst(rule: RecurrenceRule, first: LocalDate): boolean {
  return orRefuse(() => expandRecurrence(rule, first, { until: first })).length > 0;
}

function orRefuse<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof CoreError) throw new EventRefusal("RECURRENCE_UNSUPPORTED");
    throw error;
  }
}
