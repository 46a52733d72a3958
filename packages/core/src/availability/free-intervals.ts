import { communityHours } from "../calendar/community-hours.ts";
import { CoreError } from "../errors.ts";
import { spaceOf } from "../premises/space-tree.ts";
import { subtractIntervals, type Interval } from "../time/interval.ts";
import { addDays } from "../time/local-date.ts";
import { localDateOf } from "../time/zone.ts";
import { indexClaims } from "./claim-index.ts";
import { heldIntervals, intervalReader } from "./held-intervals.ts";
import { localDay } from "./local-day.ts";
import { openIntervals } from "./open-intervals.ts";
import type { SpaceFacts } from "./space-facts.ts";

/** The longest window that availability is worked out for at once: three years. */
export const MAXIMUM_WINDOW_DAYS = 1096;

/**
 * When a space can be in use by a new booking, within a window: its community hours less the claims on
 * its leaves. Sorted, half-open, only within the window; empty for an empty window.
 *
 * A new booking needs its own turnaround before the next claim, so that a free interval ends that much
 * before the claim starts. Every booking of an allowed length on the grid that lies within one free
 * interval meets the hours and the claims, and no other does. A booking lies within one local day, and
 * so does a free interval: at midnight one ends and the next begins, even if both are open.
 *
 * Lengths, grid, notice, horizon and capacity are not looked at here.
 *
 * @throws CoreError SPACE_UNKNOWN, or INTERVAL_INVALID for a window that ends before it starts or is
 * longer than 1096 days
 */
export function freeIntervals(facts: SpaceFacts, window: Interval): Interval[] {
  const { tree, calendar, zone } = facts;
  const space = spaceOf(tree, facts.space);
  assertWindow(window);
  if (window.start === window.end) return [];
  // A claim may matter up to a turnaround, at most a day, after the window.
  const claims = indexClaims(facts.claims, { start: window.start, end: window.end + DAY });
  const readHeld = intervalReader(heldIntervals(space, tree, claims, window));

  const free: Interval[] = [];
  const last = localDateOf(window.end - 1, zone);
  for (let date = localDateOf(window.start, zone); date <= last; date = addDays(date, 1)) {
    const day = localDay(date, zone);
    const open = clip(openIntervals(day, communityHours(space, calendar, date)), window);
    if (open.length > 0) free.push(...subtractIntervals(open, readHeld(day)));
  }
  return free;
}

/** The rest of the window: when a space is closed or held. Free and busy intervals partition the window. */
export function busyIntervals(facts: SpaceFacts, window: Interval): Interval[] {
  const free = freeIntervals(facts, window);
  return window.start === window.end ? [] : subtractIntervals([window], free);
}

const DAY = 86_400_000;

function assertWindow({ start, end }: Interval): void {
  if (start <= end && end - start <= MAXIMUM_WINDOW_DAYS * DAY) return;
  throw new CoreError("INTERVAL_INVALID", {
    cy: `Ni ellir cyfrifo'r hyn sydd ar gael o ${start} i ${end}. Gofynnwch am gyfnod sy'n dod i ben ar ôl iddo ddechrau, heb fod yn hwy na ${MAXIMUM_WINDOW_DAYS} diwrnod.`,
    en: `Availability can't be worked out from ${start} to ${end}. Ask for a window that ends after it starts, of at most ${MAXIMUM_WINDOW_DAYS} days.`,
  });
}

function clip(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals
    .map(({ start, end }) => ({
      start: Math.max(start, window.start),
      end: Math.min(end, window.end),
    }))
    .filter(({ start, end }) => start < end);
}
