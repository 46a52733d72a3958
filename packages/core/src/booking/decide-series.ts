import { leavesOf, spaceOf } from "../premises/space-tree.ts";
import type { Instant, Interval } from "../time/interval.ts";
import { addDays, type LocalDate } from "../time/local-date.ts";
import type { ZoneId } from "../time/zone-name.ts";
import { toInstant } from "../time/zone.ts";
import { appendDates } from "./append-dates.ts";
import { checkRequest, type AskedPlacement } from "./check-request.ts";
import { claimedInterval } from "./claims-of.ts";
import { clashPolicyMoves, type ClashPolicyMoves } from "./clash-policy.ts";
import { decisionContext, placeDate, type DecisionContext } from "./decision-context.ts";
import type { Denial } from "./denial.ts";
import { codesText, digestOf, placementText } from "./digest.ts";
import { judgeDate, warned, warningsAt } from "./judge-date.ts";
import { ownClaims, type OwnClaims } from "./own-claims.ts";
import { requestDates, type RequestedDate } from "./request-dates.ts";
import type { DecidedDate, Placement, SeriesDecision } from "./series-decision.ts";
import type { SeriesFacts } from "./series-facts.ts";
import { MAXIMUM_SERIES_SPAN_DAYS } from "./series-limits.ts";
import { seriesNotes } from "./series-notes.ts";
import type { SeriesRequest } from "./series-request.ts";

/**
 * Decides every date of a request: preview and booking call it with the facts of the moment, so that what was shown is
 * what is booked. Approval (`decideAgain`) and amendment (`amendSeries`) judge dates by the same rules.
 *
 * - The dates are those of `requestDates`. What the request leaves out is `excluded`, with the reasons.
 * - Every other date is placed by the school's clocks (18:00 stays 18:00 when they change) and judged
 *   with all denials that apply. It must lie within one interval of community hours; the space is held
 *   from its start until its turnaround after its end. A date that runs into an earlier one of the
 *   same series is denied itself.
 * - A denied date is handled by the policy: `refuse` accepts nothing unless everything can be had;
 *   `skip` books the rest; `append` also looks for one more date of the rule after the last one for
 *   each date denied (dates that the request leaves out or that are denied in turn are passed over and
 *   not listed); `otherSpace` and `nearbyTime` move the date, and keep in `insteadOf` what was asked
 *   for. Dates that stay denied come with up to three `alternatives`.
 * - Accepted means: at least one date, at least `minimumOccurrences`, and none denied under `refuse`.
 *   `notes` say why not, and what else its hirer must know.
 * - Rules of plugins may also warn of a date: its `warnings` deny nothing.
 *
 * The digest does not depend on the order of claims, on warnings, on language, or on `now` as long as no code
 * changes. The claims must cover {@link decisionWindow}.
 *
 * @throws CoreError for a request that contradicts itself: REQUEST_INVALID with all its faults,
 * SPACE_UNKNOWN, LAYOUT_UNKNOWN, LOCAL_DATE_INVALID, LOCAL_TIME_INVALID, and what `requestDates` throws
 *
 * @example
 * ```ts
 * import { bankHolidaysEnglandAndWales, decideSeries, growSpaceTree, welshTermDates } from "@neuadd/core";
 *
 * const tree = growSpaceTree([
 *   {
 *     id: "main-site",
 *     name: { cy: "Prif safle", en: "Main site" },
 *     communityHours: [{ dayKinds: ["term"], hours: [{ start: "17:00", end: "22:00" }] }],
 *     spaces: [
 *       { id: "hall", name: { cy: "Neuadd", en: "Hall" }, kind: "sportsHall", capacity: 200 },
 *     ],
 *   },
 * ]);
 * const decision = decideSeries(
 *   {
 *     space: "hall",
 *     first: "2026-10-13",
 *     startTime: "18:00",
 *     endTime: "19:30",
 *     recurrence: { rule: "FREQ=WEEKLY", count: 4, termTimeOnly: true },
 *     onClash: { policy: "skip" },
 *   },
 *   {
 *     now: Date.UTC(2026, 7, 24, 8),
 *     zone: "Europe/London",
 *     tree,
 *     calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
 *     claims: [
 *       {
 *         leaf: "hall",
 *         kind: "booking",
 *         owner: "choir",
 *         start: Date.UTC(2026, 9, 20, 18),
 *         end: Date.UTC(2026, 9, 20, 20),
 *       },
 *     ],
 *   },
 * );
 * decision.summary; //=> { bookable: 2, denied: 1, excluded: 1 }
 * decision.occurrences.map(({ date, denials }) => [date, ...denials.map(({ code }) => code)]); //=> [["2026-10-13"], ["2026-10-20", "OVERLAPS_BOOKING"], ["2026-10-27", "HALF_TERM"], ["2026-11-03"]]
 * ```
 */
export function decideSeries(request: SeriesRequest, facts: SeriesFacts): SeriesDecision {
  const asked = checkRequest(request, facts.tree);
  const dates = requestDates(request.first, request.recurrence, facts.calendar);
  const context = decisionContext(request, facts, windowOf(request, dates, facts.zone));
  const own = ownClaims();
  const moves = clashPolicyMoves(context, own);
  const judged = dates.map((date) => decideDate(date, asked, { context, own, moves }));
  const { appended, notes: appendNotes } = appendDates(judged, asked, context, own);
  const occurrences = [...judged, ...appended].map((decided) =>
    withAlternatives(decided, asked, moves),
  );
  const summary = { bookable: 0, denied: 0, excluded: 0 };
  for (const { verdict } of occurrences) summary[verdict] += 1;
  const { accepted, notes } = seriesNotes(request, occurrences, summary);
  const decision = { accepted, notes: [...notes, ...appendNotes], occurrences, summary };
  return { ...decision, digest: digestOf(linesOf(request, decision)) };
}

/**
 * The time that the claims given to `decideSeries` must cover: a day more than the dates of the
 * request on either side, since turnarounds may cross midnight. With the policy `append` it reaches
 * as far as a series may. Throws as `decideSeries` does for bad dates and rules.
 */
export function decisionWindow(
  request: Pick<SeriesRequest, "first" | "recurrence" | "onClash">,
  facts: Pick<SeriesFacts, "calendar" | "zone">,
): Interval {
  const dates = requestDates(request.first, request.recurrence, facts.calendar);
  return windowOf(request, dates, facts.zone);
}

function windowOf(
  { first, onClash }: Pick<SeriesRequest, "first" | "onClash">,
  dates: readonly RequestedDate[],
  zone: ZoneId,
): Interval {
  const start = dates[0]?.date ?? first;
  const last = dates.at(-1)?.date ?? first;
  const end = onClash?.policy === "append" ? addDays(first, MAXIMUM_SERIES_SPAN_DAYS) : last;
  return { start: midnight(addDays(start, -1), zone), end: midnight(addDays(end, 2), zone) };
}

function midnight(date: LocalDate, zone: ZoneId): Instant {
  return toInstant(date, "00:00", zone);
}

interface Deciding {
  readonly context: DecisionContext;
  readonly own: OwnClaims;
  readonly moves: ClashPolicyMoves;
}

function decideDate(
  { date, exclusions }: RequestedDate,
  asked: AskedPlacement,
  { context, own, moves }: Deciding,
): DecidedDate {
  const wanted = { ...asked, date };
  if (exclusions.length > 0) {
    const placement = placeDate(wanted, context.day(date));
    return { date, ...placement, verdict: "excluded", denials: exclusions };
  }
  const { placement, denials, warnings } = judgeDate(wanted, context, own);
  if (denials.length === 0) {
    hold(date, placement, context, own);
    return { date, ...placement, verdict: "bookable", denials, ...warned(warnings) };
  }
  const moved = moves.move(wanted, denials);
  if (moved === undefined) {
    return { date, ...placement, verdict: "denied", denials, ...warned(warnings) };
  }
  hold(date, moved, context, own);
  const insteadOf = { ...placement, denials };
  const warningsThere = warned(warningsAt(date, moved, context));
  return { date, ...moved, verdict: "bookable", denials: [], ...warningsThere, insteadOf };
}

function hold(
  date: LocalDate,
  placement: Placement,
  { facts: { tree } }: DecisionContext,
  own: OwnClaims,
): void {
  const space = spaceOf(tree, placement.space);
  own.add(date, leavesOf(tree, space.id), claimedInterval(placement, space));
}

/** Once all dates are decided, so that an alternative does not run into another date of the series. */
function withAlternatives(
  decided: DecidedDate,
  asked: AskedPlacement,
  moves: ClashPolicyMoves,
): DecidedDate {
  if (decided.verdict !== "denied") return decided;
  // The denials of a date that the request does not leave out are never exclusions.
  const denials = decided.denials as readonly Denial[];
  const alternatives = moves.alternatives({ ...asked, date: decided.date }, denials);
  return alternatives.length === 0 ? decided : { ...decided, alternatives };
}

function linesOf(
  { space }: SeriesRequest,
  { accepted, notes, occurrences }: Omit<SeriesDecision, "digest" | "summary">,
): string[] {
  return [
    `series ${JSON.stringify(space)} ${accepted ? "accepted" : "refused"} ${codesText(notes)}`,
    ...occurrences.map(
      (decided) =>
        `${decided.date} ${decided.verdict} ${placementText(decided)} ${codesText(decided.denials)}` +
        ` ${codesText(decided.insteadOf?.denials ?? [])} ${decided.appended ? "appended" : ""}`,
    ),
  ];
}
