import { capacityOf, type Space } from "../premises/space-tree.ts";
import type { LayoutId } from "../premises/space.ts";
import { dayNumber, localDate } from "../time/local-date.ts";
import { localTime } from "../time/local-time.ts";
import type { DecisionContext, WantedDate } from "./decision-context.ts";
import { denial, type Denial } from "./denial.ts";
import type { Placement } from "./series-decision.ts";

/** What the terms of its space say against a wanted date: when it is asked for, its length, its grid, its people. */
export function termsDenials(
  wanted: WantedDate,
  placement: Placement,
  context: DecisionContext,
): Denial[] {
  return [
    ...askedWhenDenials(wanted, placement, context),
    ...lengthDenials(wanted),
    ...gridDenials(wanted),
    ...capacityDenials(wanted.space, context.request),
  ];
}

/** A denial if more people are expected than the space holds, in the layout asked for if it has it. */
export function capacityDenials(
  space: Space,
  { attendance, layout }: { readonly attendance?: number; readonly layout?: LayoutId },
): Denial[] {
  if (attendance === undefined) return [];
  const hasLayout = layout !== undefined && space.layouts.some(({ id }) => id === layout);
  const capacity = hasLayout ? capacityOf(space, layout) : space.capacity;
  return attendance > capacity ? [denial("OVER_CAPACITY", { capacity, attendance })] : [];
}

function askedWhenDenials(
  { date, space }: WantedDate,
  { start, startTime }: Placement,
  { facts, today }: DecisionContext,
): Denial[] {
  const { noticeHours, horizonDays } = space.terms;
  const denials: Denial[] = [];
  if (start < facts.now) denials.push(denial("IN_THE_PAST", { date, startTime }));
  else if (start < facts.now + noticeHours * HOUR_MILLISECONDS) {
    denials.push(denial("TOO_SOON", { noticeHours }));
  }
  if (dayNumber(date) > today + horizonDays) {
    const lastDate = localDate(today + horizonDays);
    denials.push(denial("TOO_FAR_AHEAD", { horizonDays, lastDate }));
  }
  return denials;
}

/** Lengths are those on the clock, so that a booking over a change of the clocks keeps its length. */
function lengthDenials({ space, startMinutes, endMinutes }: WantedDate): Denial[] {
  const { minimumMinutes, maximumMinutes } = space.terms;
  const minutes = endMinutes - startMinutes;
  if (minutes < minimumMinutes) return [denial("TOO_SHORT", { minutes, minimumMinutes })];
  if (minutes > maximumMinutes) return [denial("TOO_LONG", { minutes, maximumMinutes })];
  return [];
}

function gridDenials({ space, startMinutes, endMinutes }: WantedDate): Denial[] {
  const { startGridMinutes } = space.terms;
  const offGrid = [startMinutes, endMinutes].find((minutes) => minutes % startGridMinutes !== 0);
  if (offGrid === undefined) return [];
  const before = offGrid - (offGrid % startGridMinutes);
  return [
    denial("OFF_GRID", {
      startGridMinutes,
      time: localTime(offGrid),
      before: localTime(before),
      after: localTime(before + startGridMinutes),
    }),
  ];
}

const HOUR_MILLISECONDS = 3_600_000;
