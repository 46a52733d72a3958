import { CoreError } from "../errors.ts";
import { spaceOf, type Space } from "../premises/space-tree.ts";
import { dayNumber, type LocalDate } from "../time/local-date.ts";
import { minutesOfDay } from "../time/local-time.ts";
import type { SeriesChange } from "./amendment.ts";
import { CHANGE_CONTRADICTS, recurrenceFaults, throwFaults } from "./check-request.ts";
import type { WantedDate } from "./decision-context.ts";
import { isLive } from "./occurrence-status.ts";
import { requestDates } from "./request-dates.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { Occurrence, Series } from "./series.ts";

/** An occurrence with where it is wanted. Without `before` it is new, without `wanted` it goes. */
export interface AmendmentTarget {
  readonly before?: Occurrence;
  readonly wanted?: WantedDate;
}

/** What a change is about, and what of the series it leaves alone but must not run into. */
export interface AmendmentPlan {
  readonly targets: readonly AmendmentTarget[];
  /** Live occurrences outside the change's scope, those that have begun among them. */
  readonly staying: readonly Occurrence[];
}

/** Where a change wants each occurrence that it affects; whether that can be had is another matter. */
export function amendmentPlan(
  current: Series,
  change: SeriesChange,
  facts: SeriesFacts,
): AmendmentPlan {
  const live = current.occurrences
    .filter(({ status }) => isLive(status))
    .sort((a, b) => a.start - b.start);
  const affected = live.filter(
    (occurrence) => occurrence.start >= facts.now && isInScope(occurrence.date, change),
  );
  const staying = live.filter((occurrence) => !affected.includes(occurrence));
  if (change.scope === "this" && affected.length === 0) {
    throwFaults(
      [
        {
          path: "/date",
          message: {
            cy: `Nid oes gan y gyfres ddyddiad i ddod ar ${change.date}.`,
            en: `The series has no date to come on ${change.date}.`,
          },
        },
      ],
      { cy: "Ni ellir gwneud y newid", en: "The change can't be made" },
    );
  }
  if (change.recurrence === undefined) {
    const targets = affected.map((before) => ({
      before,
      wanted: wantedFor(before, change.newDate ?? before.date, change, facts),
    }));
    return { targets, staying };
  }
  const dates = wantedDates(change, affected, staying, facts);
  return { targets: pairDates(affected, dates, current, change, facts), staying };
}

function isInScope(date: LocalDate, { scope, date: from = "" }: SeriesChange): boolean {
  if (scope === "all") return true;
  return scope === "this" ? date === from : date >= from;
}

/** The dates of the new recurrence that it does not leave out, and that the series does not have elsewhere. */
function wantedDates(
  { recurrence, date }: SeriesChange,
  affected: readonly Occurrence[],
  staying: readonly Occurrence[],
  { calendar }: SeriesFacts,
): LocalDate[] {
  const first = recurrence?.first ?? affected[0]?.date ?? date;
  if (first === undefined) {
    throw new CoreError(
      "REQUEST_INVALID",
      {
        cy: "Nid oes gan y gyfres ddyddiadau i ddod, felly mae angen dyddiad cyntaf ar rai newydd: rhowch recurrence.first.",
        en: "The series has no dates to come, so that new ones need a first date: give recurrence.first.",
      },
      { faults: [{ path: "/recurrence/first", message: MISSING }] },
    );
  }
  throwFaults(recurrenceFaults(first, recurrence, "/recurrence"), CHANGE_CONTRADICTS);
  const kept = new Set(staying.map((occurrence) => occurrence.date));
  return requestDates(first, recurrence, calendar)
    .filter((wanted) => wanted.exclusions.length === 0 && !kept.has(wanted.date))
    .map((wanted) => wanted.date);
}

/**
 * Pairs old dates with new ones: first those that are the same, then, in order, those of one ISO week,
 * so that a club that changes its evening sees its dates move rather than go and come.
 */
function pairDates(
  affected: readonly Occurrence[],
  dates: readonly LocalDate[],
  current: Series,
  change: SeriesChange,
  facts: SeriesFacts,
): AmendmentTarget[] {
  const newDates = new Set(dates);
  const oldDates = new Set(affected.map(({ date }) => date));
  const leftByWeek = new Map<number, LocalDate[]>();
  for (const date of dates.filter((wanted) => !oldDates.has(wanted))) {
    const week = weekOf(date);
    leftByWeek.set(week, [...(leftByWeek.get(week) ?? []), date]);
  }
  const targets: AmendmentTarget[] = affected.map((before) => {
    const date = newDates.has(before.date)
      ? before.date
      : leftByWeek.get(weekOf(before.date))?.shift();
    return date === undefined
      ? { before }
      : { before, wanted: wantedFor(before, date, change, facts) };
  });
  const added = [...leftByWeek.values()].flat();
  if (added.length === 0) return targets;
  const usual = usualPlacement(affected, current);
  return [...targets, ...added.map((date) => ({ wanted: wantedFor(usual, date, change, facts) }))];
}

/** Weeks from Monday to Sunday, counted from that of 1970-01-01. */
function weekOf(date: LocalDate): number {
  return Math.floor((dayNumber(date) + 3) / 7);
}

/** Where an occurrence is, or what new ones take over; a time may be missing if the series has no dates left. */
type Usual = Pick<Occurrence, "space"> & Partial<Pick<Occurrence, "startTime" | "endTime">>;

/** The space and the time that most of the affected occurrences have; of several, the first. Without any, the space of the series. */
function usualPlacement(affected: readonly Occurrence[], { space }: Series): Usual {
  const counts = new Map<string, number>();
  let usual: Occurrence | undefined;
  let most = 0;
  for (const occurrence of affected) {
    const key = placementKey(occurrence);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const occurrence of affected) {
    const count = counts.get(placementKey(occurrence)) ?? 0;
    if (count > most) [usual, most] = [occurrence, count];
  }
  return usual ?? { space };
}

function placementKey({ space, startTime, endTime }: Occurrence): string {
  return `${startTime} ${endTime} ${space}`;
}

function wantedFor(
  usual: Usual,
  date: LocalDate,
  change: SeriesChange,
  { tree }: SeriesFacts,
): WantedDate {
  const space: Space = spaceOf(tree, change.space ?? usual.space);
  const startTime = change.startTime ?? usual.startTime;
  const endTime = change.endTime ?? usual.endTime;
  if (startTime === undefined || endTime === undefined) {
    throw new CoreError(
      "REQUEST_INVALID",
      {
        cy: "Nid oes gan y gyfres ddyddiadau i ddod y gallai rhai newydd gymryd eu hamser: rhowch startTime ac endTime.",
        en: "The series has no dates to come whose time new ones could take over: give startTime and endTime.",
      },
      { faults: [{ path: "/startTime", message: MISSING }] },
    );
  }
  const startMinutes = minutesOfDay(startTime);
  const endMinutes = minutesOfDay(endTime);
  if (endMinutes <= startMinutes) {
    const message = {
      cy: `Ar ${date} ni fyddai'r diwedd, ${endTime}, yn hwyrach na'r dechrau, ${startTime}.`,
      en: `On ${date} the end, ${endTime}, would not be later than the start, ${startTime}.`,
    };
    throwFaults([{ path: "/endTime", message }], CHANGE_CONTRADICTS);
  }
  return { date, space, startMinutes, endMinutes };
}

const MISSING = { cy: "Ar goll.", en: "Missing." };
