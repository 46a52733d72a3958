import { nextOccurrences } from "../recurrence/next-occurrences.ts";
import { parseRecurrenceRule } from "../recurrence/parse-recurrence-rule.ts";
import { leavesOf } from "../premises/space-tree.ts";
import { addDays, type LocalDate } from "../time/local-date.ts";
import type { AskedPlacement } from "./check-request.ts";
import { claimedInterval } from "./claims-of.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { SeriesCode } from "./denial-codes.ts";
import { denial, type Denial } from "./denial.ts";
import { judgeDate, warned } from "./judge-date.ts";
import type { OwnClaims } from "./own-claims.ts";
import { exclusionsOf } from "./request-dates.ts";
import type { DecidedDate } from "./series-decision.ts";
import { MAXIMUM_SERIES_DATES, MAXIMUM_SERIES_SPAN_DAYS } from "./series-limits.ts";

/** Dates found at the end, and what there is to say if they are fewer than were needed. */
export interface AppendedDates {
  readonly appended: readonly DecidedDate[];
  readonly notes: readonly Denial<SeriesCode>[];
}

/**
 * Under the policy `append`, one further date for each denied one: the next dates of the rule after
 * the last of the request, beyond the rule's own end, that the request does not leave out and that
 * can be had. The search ends two years after the first date, at 400 dates, and at the first date
 * that is too far ahead.
 */
export function appendDates(
  decided: readonly DecidedDate[],
  asked: AskedPlacement,
  context: DecisionContext,
  own: OwnClaims,
): AppendedDates {
  const { onClash } = context.request;
  const wanted = decided.filter(({ verdict }) => verdict === "denied").length;
  if (onClash?.policy !== "append" || wanted === 0) return { appended: [], notes: [] };

  const appended: DecidedDate[] = [];
  const room = MAXIMUM_SERIES_DATES - decided.length;
  for (const date of furtherDates(decided, context)) {
    if (appended.length >= Math.min(wanted, room)) break;
    const { placement, denials, warnings } = judgeDate({ ...asked, date }, context, own);
    if (denials.some(({ code }) => code === "TOO_FAR_AHEAD")) break;
    if (denials.length > 0) continue;
    own.add(
      date,
      leavesOf(context.facts.tree, asked.space.id),
      claimedInterval(placement, asked.space),
    );
    appended.push({
      date,
      ...placement,
      verdict: "bookable",
      denials,
      ...warned(warnings),
      appended: true,
    });
  }
  if (appended.length >= wanted) return { appended, notes: [] };
  const notes: Denial<SeriesCode>[] = [
    denial("COUNT_NOT_REACHED", { wanted, added: appended.length }),
  ];
  if (appended.length >= room) {
    notes.push(denial("TOO_MANY_DATES", { maximumDates: MAXIMUM_SERIES_DATES }));
  }
  return { appended, notes };
}

/** The dates of the rule after the last of the request that it does not leave out, a batch at a time. */
function* furtherDates(
  decided: readonly DecidedDate[],
  { request, facts }: DecisionContext,
): Generator<LocalDate> {
  const { first, recurrence } = request;
  if (recurrence === undefined) return;
  const rule = parseRecurrenceRule(recurrence.rule);
  const exceptions = new Set(recurrence.exceptDates);
  const end = addDays(first, MAXIMUM_SERIES_SPAN_DAYS);
  let after = decided.at(-1)?.date ?? first;
  for (;;) {
    const batch = nextOccurrences(rule, first, after, BATCH);
    for (const date of batch) {
      if (date > end) return;
      if (exclusionsOf(date, recurrence, exceptions, facts.calendar).length === 0) yield date;
    }
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

const BATCH = 16;
