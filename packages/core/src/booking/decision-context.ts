import { indexClaims } from "../availability/claim-index.ts";
import { instantAt } from "../availability/local-day.ts";
import type { Space } from "../premises/space-tree.ts";
import type { Interval } from "../time/interval.ts";
import type { DayNumber } from "../time/civil-calendar.ts";
import { dayNumber, type LocalDate } from "../time/local-date.ts";
import { localTime } from "../time/local-time.ts";
import { localDateOf } from "../time/zone.ts";
import { decisionDay, type DecisionDay } from "./decision-day.ts";
import { remembered } from "./remembered.ts";
import type { Placement } from "./series-decision.ts";
import type { SeriesFacts } from "./series-facts.ts";
import type { SeriesRequest } from "./series-request.ts";

/** What decisions on the same facts work with: the facts, looked up once. */
export interface FactsContext {
  readonly facts: SeriesFacts;
  /** The day at the school when the decision is made. */
  readonly today: DayNumber;
  day(date: LocalDate): DecisionDay;
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
  const claims = indexClaims(facts.claims, window, facts.except);
  const days = new Map<LocalDate, DecisionDay>();
  return {
    facts,
    today: dayNumber(localDateOf(facts.now, facts.zone)),
    day: (date) => remembered(days, date, () => decisionDay(date, facts, claims)),
  };
}

/**
 * Where and when a wanted date would be booked. Should the clocks jump over its end so far that it
 * would come before its start, it is empty rather than inverted: it is denied in any case.
 */
export function placeDate(wanted: WantedDate, { clocks }: DecisionDay): Placement {
  const start = instantAt(clocks, wanted.startMinutes);
  return {
    space: wanted.space.id,
    startTime: localTime(wanted.startMinutes),
    endTime: localTime(wanted.endMinutes),
    start,
    end: Math.max(start, instantAt(clocks, wanted.endMinutes)),
  };
}
