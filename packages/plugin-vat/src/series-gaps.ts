import type { LocalDate } from "@neuadd/core";
import { RULE_PACK } from "./rule-pack.ts";
import { byStart, endMinutes, startMinutes } from "./session-times.ts";
import type { VatSession } from "./vat-facts.ts";

/** The time between a session and the next, measured both ways, in minutes of the local clock. */
export interface SessionGap {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly startToStartMinutes: number;
  readonly endToStartMinutes: number;
}

/** What the intervals of a series come to, by either way of measuring. */
export interface GapReadings {
  /** HMRC's notice: from the start of a session to the start of the next. */
  readonly startToStart: "yes" | "no";
  /** As the tribunal's decision in Polo Farm points to: from the end of a session to the start of the next. */
  readonly endToStart: "yes" | "no";
  /** Gaps that fail in either reading, in order. */
  readonly failing: readonly SessionGap[];
}

/**
 * Measures the intervals between sessions: at least 24 hours and at most 14 days. Days are those of the
 * school's clock, so that the hour of a clock change neither makes nor breaks a fortnight. A single session has
 * no interval, and passes. The order of the sessions does not matter.
 */
export function measureGaps(sessions: readonly VatSession[]): GapReadings {
  const sorted = sessions.toSorted(byStart);
  const gaps = sorted.slice(1).map((session, index): SessionGap => {
    const before = sorted[index] ?? session;
    return {
      from: before.date,
      to: session.date,
      startToStartMinutes: startMinutes(session) - startMinutes(before),
      endToStartMinutes: startMinutes(session) - endMinutes(before),
    };
  });
  return {
    startToStart: gaps.every((gap) => passes(gap.startToStartMinutes)) ? "yes" : "no",
    endToStart: gaps.every((gap) => passes(gap.endToStartMinutes)) ? "yes" : "no",
    failing: gaps.filter(
      ({ startToStartMinutes, endToStartMinutes }) =>
        !passes(startToStartMinutes) || !passes(endToStartMinutes),
    ),
  };
}

function passes(minutes: number): boolean {
  return minutes >= RULE_PACK.shortestGapMinutes && minutes <= RULE_PACK.longestGapMinutes;
}
