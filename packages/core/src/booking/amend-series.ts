import type { Interval } from "../time/interval.ts";
import { addDays } from "../time/local-date.ts";
import { toInstant } from "../time/zone.ts";
import { amendmentPlan, type AmendmentPlan } from "./amendment-targets.ts";
import type { AmendedOccurrence, Amendment, AmendmentClass, SeriesChange } from "./amendment.ts";
import { checkChange } from "./check-change.ts";
import { factsContext, placeDate, type FactsContext } from "./decision-context.ts";
import { codesText, digestOf, placementText } from "./digest.ts";
import { warned } from "./judge-date.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { Occurrence, Series } from "./series.ts";
import { isUnchanged, settleTargets, type SettledTarget } from "./settle-targets.ts";

/**
 * Works out what a change does to each live occurrence (requested or confirmed) that it affects and
 * that has not begun: nothing is written. Others are not listed, and hold what they hold.
 *
 * - Without `recurrence` each affected occurrence keeps its date (or takes `newDate`, for the scope
 *   `this`) and takes the new space and times; what a change does not name stays, for each occurrence
 *   as it is. It is `moved` if it can be had there by the same rules as a new booking, `cannotMove` with
 *   every denial if not, and `unchanged` if it is there already.
 * - With `recurrence` the dates wanted are those of the rule from `recurrence.first` (by default the first
 *   affected date) that it does not leave out. Old and new ones of the same date belong together, then
 *   those of the same week from Monday to Sunday, in order; old ones left over are `removed`, new ones
 *   are `new`, in the space and at the time that most of its affected dates have, or
 *   `cannotMove` without `before`.
 *
 * What can't move keeps its place, and is in the way of the rest of the series like every other date of it
 * (OVERLAPS_ITSELF). A series never has two dates on one day. A larger attendance alone makes
 * `cannotMove` of the occurrences whose space it no longer fits. The layout of the series counts in
 * spaces that have it. `date` does not count for the scope `all`.
 *
 * Claims of `facts.except`, by default of the series itself, don't count; the others must cover
 * {@link amendmentWindow}.
 *
 * @throws CoreError REQUEST_INVALID for a change that contradicts itself, or whose `date` has no
 * occurrence to change; SPACE_UNKNOWN, LOCAL_DATE_INVALID, LOCAL_TIME_INVALID, and what `requestDates`
 * throws for the rule
 */
export function amendSeries(current: Series, change: SeriesChange, facts: SeriesFacts): Amendment {
  checkChange(change, facts.tree);
  const plan = amendmentPlan(current, change, facts);
  const context = factsContext(
    { ...facts, except: facts.except ?? current.id },
    windowOf(plan, facts),
  );
  const attendance = change.attendance ?? current.attendance;
  const occurrences = settleTargets(plan, context, {
    ...(attendance !== undefined && { attendance }),
    ...(current.layout !== undefined && { layout: current.layout }),
    isChanged: attendance !== current.attendance,
  })
    .map((settled) => amendedOccurrence(settled, context))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const summary = { unchanged: 0, removed: 0, new: 0, moved: 0, cannotMove: 0 };
  for (const amended of occurrences) summary[amended.class] += 1;
  return { occurrences, summary, digest: digestOf(occurrences.map(lineOf)) };
}

/** The time that the claims given to `amendSeries` must cover. Throws as it does. */
export function amendmentWindow(
  current: Series,
  change: SeriesChange,
  facts: Omit<SeriesFacts, "claims">,
): Interval {
  checkChange(change, facts.tree);
  const everything = { ...facts, claims: [] };
  return windowOf(amendmentPlan(current, change, everything), everything);
}

/** A day more than the dates wanted, since turnarounds may cross midnight; empty if none is wanted. */
function windowOf({ targets }: AmendmentPlan, { zone, now }: SeriesFacts): Interval {
  const dates = targets.flatMap(({ wanted }) => (wanted ? [wanted.date] : [])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { start: now, end: now };
  return {
    start: toInstant(addDays(first, -1), "00:00", zone),
    end: toInstant(addDays(last, 2), "00:00", zone),
  };
}

function amendedOccurrence(settled: SettledTarget, context: FactsContext): AmendedOccurrence {
  const { before, wanted, denials, warnings } = settled;
  return {
    class: classOf(settled),
    ...(before && { before: placeOf(before) }),
    ...(wanted && { after: { date: wanted.date, ...placeDate(wanted, context.day(wanted.date)) } }),
    denials,
    ...warned(warnings),
  };
}

function classOf(settled: SettledTarget): AmendmentClass {
  if (settled.denials.length > 0) return "cannotMove";
  if (settled.wanted === undefined) return "removed";
  if (settled.before === undefined) return "new";
  return isUnchanged(settled) ? "unchanged" : "moved";
}

function placeOf({
  date,
  space,
  startTime,
  endTime,
  start,
  end,
}: Occurrence): NonNullable<AmendedOccurrence["before"]> {
  return { date, space, startTime, endTime, start, end };
}

function orderOf({ before, after }: AmendedOccurrence): number {
  return (before ?? after)?.start ?? 0;
}

function lineOf({ class: kind, before, after, denials }: AmendedOccurrence): string {
  const places = [before, after].map((place) =>
    place === undefined ? "nowhere" : `${place.date} ${placementText(place)}`,
  );
  return `${kind} ${places.join(" ")} ${codesText(denials)}`;
}
