import { leavesOf } from "../premises/space-tree.ts";
import type { LocalDate } from "../time/local-date.ts";
import { localTime } from "../time/local-time.ts";
import type { AmendmentPlan, AmendmentTarget } from "./amendment-targets.ts";
import { claimedInterval } from "./claims-of.ts";
import type { FactsContext, WantedDate } from "./decision-context.ts";
import { denial, type Denial } from "./denial.ts";
import { judgeDate, type JudgedDate } from "./judge-date.ts";
import { capacityDenials } from "./judge-terms.ts";
import { ownClaims, type OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";
import type { SeriesRequest } from "./series-request.ts";

/** A target with why it can't be had; none if it can, or if there is nothing to be had. */
export interface SettledTarget extends AmendmentTarget {
  readonly denials: readonly Denial[];
  /** What the rules of plugins warn of where it is wanted. */
  readonly warnings: readonly Denial[];
}

/** The people and the layout that the series has after the change. */
export interface SeriesSize extends Pick<SeriesRequest, "attendance" | "layout"> {
  /** Whether the change is about the number of people, so that it also counts where nothing moves. */
  readonly isChanged: boolean;
}

/**
 * Finds out which targets can be had together. What can't move keeps its place, and may so be in the
 * way of another: this goes on until nothing more is refused, each round refusing at least one target.
 * Of two targets that overlap each other the earlier wins.
 */
export function settleTargets(
  { targets, staying }: AmendmentPlan,
  context: FactsContext,
  size: SeriesSize,
): SettledTarget[] {
  const inOrder = targets.toSorted((a, b) => orderOf(a) - orderOf(b));
  const refused = new Map<AmendmentTarget, readonly Denial[]>();
  const warned = new Map<AmendmentTarget, readonly Denial[]>();
  for (;;) {
    const before = refused.size;
    const series = seriesHolds(context);
    for (const occurrence of staying) series.hold(occurrence.date, occurrence);
    for (const target of inOrder) {
      const keepsPlace = isUnchanged(target) || refused.has(target);
      if (target.before !== undefined && keepsPlace) series.hold(target.before.date, target.before);
    }
    for (const target of inOrder) {
      if (refused.has(target) || target.wanted === undefined) continue;
      const { denials, warnings } = isUnchanged(target)
        ? { denials: crowdingDenials(target.wanted, size), warnings: [] }
        : series.take(target.wanted, size);
      warned.set(target, warnings);
      if (denials.length > 0) refused.set(target, denials);
    }
    if (refused.size === before) break;
  }
  return targets.map((target) => ({
    ...target,
    denials: refused.get(target) ?? [],
    warnings: warned.get(target) ?? [],
  }));
}

/** Whether an occurrence is wanted just where it is. */
export function isUnchanged({ before, wanted }: AmendmentTarget): boolean {
  return (
    before !== undefined &&
    wanted !== undefined &&
    before.date === wanted.date &&
    before.space === wanted.space.id &&
    before.startTime === localTime(wanted.startMinutes) &&
    before.endTime === localTime(wanted.endMinutes)
  );
}

function orderOf({ before, wanted }: AmendmentTarget): number {
  const date = wanted?.date ?? before?.date ?? "";
  const minutes = wanted?.startMinutes ?? 0;
  return Number(date.replaceAll("-", "")) * 1440 + minutes;
}

/** Where an occurrence stays, only a larger attendance can be refused: everything else was granted before. */
function crowdingDenials(wanted: WantedDate, size: SeriesSize): Denial[] {
  return size.isChanged ? capacityDenials(wanted.space, size) : [];
}

interface SeriesHolds {
  hold(date: LocalDate, placement: Placement): void;
  /** Judges a wanted date against everything held, and holds it if it can be had. */
  take(wanted: WantedDate, size: SeriesSize): Pick<JudgedDate, "denials" | "warnings">;
}

function seriesHolds(context: FactsContext): SeriesHolds {
  const { tree } = context.facts;
  const own: OwnClaims = ownClaims();
  const dates = new Set<LocalDate>();
  function hold(date: LocalDate, placement: Placement): void {
    dates.add(date);
    // A space that is gone since a date took place there is in nobody's way.
    const space = tree.byId.get(placement.space);
    if (space) own.add(date, leavesOf(tree, space.id), claimedInterval(placement, space));
  }
  return {
    hold,
    take(wanted, size) {
      const { date } = wanted;
      const request = requestFor(wanted, size);
      const { placement, denials, warnings } = judgeDate(wanted, { ...context, request }, own);
      const isTwice = dates.has(date) && !denials.some(({ code }) => code === "OVERLAPS_ITSELF");
      const all = isTwice
        ? [...denials, denial("OVERLAPS_ITSELF", { date, otherDate: date })]
        : denials;
      if (all.length === 0) hold(date, placement);
      return { denials: all, warnings };
    },
  };
}

/** The date alone as a request: what the rules of plugins look at. */
function requestFor(
  { date, space, startMinutes, endMinutes }: WantedDate,
  { attendance, layout }: SeriesSize,
): SeriesRequest {
  return {
    space: space.id,
    ...(layout !== undefined && { layout }),
    ...(attendance !== undefined && { attendance }),
    first: date,
    startTime: localTime(startMinutes),
    endTime: localTime(endMinutes),
  };
}
