import { leavesOf, spaceOf } from "../premises/space-tree.ts";
import { minutesOfDay } from "../time/local-time.ts";
import { claimedInterval } from "./claims-of.ts";
import { decisionContext, type DecisionContext } from "./decision-context.ts";
import { denial } from "./denial.ts";
import { codesText, digestOf, placementText } from "./digest.ts";
import { judgeDate, warned } from "./judge-date.ts";
import { isLive } from "./occurrence-status.ts";
import { ownClaims, type OwnClaims } from "./own-claims.ts";
import type { DecidedDate, SeriesDecision } from "./series-decision.ts";
import type { SeriesFacts } from "./series-facts.ts";
import { seriesNotes } from "./series-notes.ts";
import type { SeriesRequest } from "./series-request.ts";
import type { Occurrence, Series } from "./series.ts";

/** What binds whoever asks, at the time of asking: a request was not late because its answer is. */
const CODES_OF_ASKING: ReadonlySet<string> = new Set([
  "TOO_SOON",
  "TOO_FAR_AHEAD",
  "TOO_SHORT",
  "TOO_LONG",
  "OFF_GRID",
]);

/**
 * Decides a series that was asked for once more, before it is approved: every live date (requested or
 * confirmed) where it is placed, as things are now. Its own claims don't count.
 *
 * What has changed since it was asked for can deny a date: other bookings, requests that hold, blocks,
 * the calendar and the hours, the capacity, the rules of plugins, and time itself (IN_THE_PAST).
 * Notice, horizon, lengths and the grid can't: they bind a new request. Nothing is moved and no
 * alternatives are looked for. Accepted means that every live date can be had, and that there is one.
 *
 * `request` is what was asked for, with what its caller keeps in it for the rules of plugins; where the
 * series differs from it now, the series counts.
 * The claims must cover the live dates, with a day on either side.
 *
 * @throws CoreError SPACE_UNKNOWN or LOCAL_TIME_INVALID for an occurrence that does not fit the facts
 */
export function decideAgain(
  series: Series,
  facts: SeriesFacts,
  request?: SeriesRequest,
): SeriesDecision {
  const live = series.occurrences
    .filter(({ status }) => isLive(status))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const bare = bareRequest(series, live[0]);
  const present = { ...request, ...bare };
  const context = decisionContext(present, { ...facts, except: series.id }, windowOf(live));
  const own = ownClaims();
  const occurrences = live.map((occurrence) => decideOccurrence(occurrence, context, own));
  const bookable = occurrences.filter(({ verdict }) => verdict === "bookable").length;
  const summary = { bookable, denied: occurrences.length - bookable, excluded: 0 };
  const { accepted, notes } = seriesNotes(bare, occurrences, summary);
  const lines = occurrences.map(
    (decided) =>
      `${decided.date} ${decided.verdict} ${placementText(decided)} ${codesText(decided.denials)}`,
  );
  const digest = digestOf([`again ${accepted ? "accepted" : "refused"}`, ...lines]);
  return { accepted, notes, occurrences, summary, digest };
}

/** The series as a request for all that it still is, without a policy: one date denied is one too many. */
function bareRequest(
  { space, attendance, layout }: Series,
  first: Occurrence | undefined,
): SeriesRequest {
  return {
    space,
    ...(attendance !== undefined && { attendance }),
    ...(layout !== undefined && { layout }),
    first: first?.date ?? "",
    startTime: first?.startTime ?? "",
    endTime: first?.endTime ?? "",
  };
}

const DAY_MILLISECONDS = 86_400_000;

function windowOf(live: readonly Occurrence[]): { start: number; end: number } {
  return {
    start: Math.min(...live.map(({ start }) => start)) - DAY_MILLISECONDS,
    end: Math.max(...live.map(({ end }) => end)) + 2 * DAY_MILLISECONDS,
  };
}

function decideOccurrence(
  { date, space: id, startTime, endTime, start, end }: Occurrence,
  context: DecisionContext,
  own: OwnClaims,
): DecidedDate {
  const { tree, now } = context.facts;
  const placement = { space: id, startTime, endTime, start, end };
  if (start < now && !tree.byId.has(id)) {
    // The space may be gone since: it is not asked for what is over.
    const denials = [denial("IN_THE_PAST", { date, startTime })];
    return { date, ...placement, verdict: "denied", denials };
  }
  const space = spaceOf(tree, id);
  const wanted = {
    date,
    space,
    startMinutes: minutesOfDay(startTime),
    endMinutes: minutesOfDay(endTime),
  };
  const judged = judgeDate(wanted, context, own);
  const denials = judged.denials.filter(({ code }) => !CODES_OF_ASKING.has(code));
  const warnings = warned(judged.warnings);
  if (denials.length > 0) return { date, ...placement, verdict: "denied", denials, ...warnings };
  own.add(date, leavesOf(tree, id), claimedInterval(placement, space));
  return { date, ...placement, verdict: "bookable", denials, ...warnings };
}
