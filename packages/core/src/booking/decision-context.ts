import { indexClaims, type ClaimIndex } from "../availability/claim-index.ts";
import { instantAt, localDay, type LocalDay } from "../availability/local-day.ts";
import { communityHours } from "../calendar/community-hours.ts";
import type { Space } from "../premises/space-tree.ts";
import type { Interval } from "../time/interval.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { dayNumber, type LocalDate } from "../time/local-date.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";
import { localDateOf } from "../time/zone.ts";
import type { Placement } from "./series-decision.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { SeriesRequest } from "./series-request.ts";

/** Minutes after midnight on the clock, half-open. */
export interface OpenMinutes {
  readonly start: number;
  readonly end: number;
}

/** What decisions on the same facts work with: the facts, looked up once. */
export interface FactsContext {
  readonly facts: SeriesFacts;
  readonly claims: ClaimIndex;
  /** The day at the school when the decision is made. */
  readonly today: DayNumber;
  localDay(date: LocalDate): LocalDay;
  /** The community hours of a space on a date, sorted and joined. */
  openMinutes(space: Space, date: LocalDate): readonly OpenMinutes[];
}

/** The same, with the request that is decided. */
export interface DecisionContext extends FactsContext {
  readonly request: SeriesRequest;
}

/** One date, wanted in a space from one minute after midnight to another. */
export interface WantedDate {
  readonly date: LocalDate;
  readonly space: Space;
  readonly startMinutes: number;
  readonly endMinutes: number;
}

/** Prepares the decision of a request. Claims outside the window are not looked at. */
export function decisionContext(
  request: SeriesRequest,
  facts: SeriesFacts,
  window: Interval,
): DecisionContext {
  return { ...factsContext(facts, window), request };
}

/** Prepares decisions of several requests on the same facts. */
export function factsContext(facts: SeriesFacts, window: Interval): FactsContext {
  const days = new Map<LocalDate, LocalDay>();
  // Spaces that inherit their hours share one list of rules, so that the list itself can be the key.
  const hours = new Map<Space["communityHours"], Map<LocalDate, readonly OpenMinutes[]>>();
  return {
    facts,
    claims: indexClaims(facts.claims, window, facts.except),
    today: dayNumber(localDateOf(facts.now, facts.zone)),
    localDay: (date) => remembered(days, date, () => localDay(date, facts.zone)),
    openMinutes(space, date) {
      const ofRules = remembered(hours, space.communityHours, () => new Map());
      return remembered(ofRules, date, () =>
        communityHours(space, facts.calendar, date).map(({ start, end }) => ({
          start: minutesOfDay(start),
          end: minutesOfDay(end),
        })),
      );
    },
  };
}

/**
 * Where and when a wanted date would be booked. Should the clocks jump over its end so far that it
 * would come before its start, it is empty rather than inverted: it is denied in any case.
 */
export function placeDate(wanted: WantedDate, context: FactsContext): Placement {
  const day = context.localDay(wanted.date);
  const start = instantAt(day, wanted.startMinutes);
  return {
    space: wanted.space.id,
    startTime: localTime(wanted.startMinutes),
    endTime: localTime(wanted.endMinutes),
    start,
    end: Math.max(start, instantAt(day, wanted.endMinutes)),
  };
}

function remembered<Key, Value>(memo: Map<Key, Value>, key: Key, workOut: () => Value): Value {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = workOut();
  memo.set(key, value);
  return value;
}
