import { CoreError, type Instant, type Interval, type ZoneId } from "@neuadd/core";
import ICAL from "ical.js";
import { eventDates } from "./event-dates.ts";
import { EventRefusal, type EventRefusalCode, FileRefusal } from "./event-refusal.ts";
import { instantOf, timeOf } from "./outside-time.ts";

/** What a file says is taken. */
export interface OutsideCalendar {
  readonly taken: readonly Interval[];
  /** How many events were left out, by reason. */
  readonly refused: Readonly<Partial<Record<EventRefusalCode, number>>>;
}

export interface ReadingLimits {
  /** The zone of times that name none. */
  readonly zone: ZoneId;
  /** What is over by then is left out. */
  readonly from: Instant;
  /** Nothing that starts later is looked at. */
  readonly horizon: Instant;
}

const MOST_EVENTS = 5_000;
/** What all rules of a file may give together, however long ago they began. */
const MOST_DATES = 200_000;

/**
 * Reads what an outside calendar says is taken: events with recurrences, exceptions and overridden dates.
 * Cancelled ones and those that take no time (TRANSP:TRANSPARENT) don't count. An event that can't be read
 * exactly is left out, and said so.
 *
 * @throws FileRefusal for what is no calendar, or too much of one
 */
export function readOutsideCalendar(text: string, limits: ReadingLimits): OutsideCalendar {
  const events = eventsOf(text);
  let budget = MOST_DATES;
  const spend = (dates: number) => {
    budget -= dates;
    if (budget < 0) throw new FileRefusal("TOO_MANY_DATES");
  };
  const refused = new Map<EventRefusalCode, number>();
  const taken: Interval[] = [];
  for (const series of seriesOf(events)) {
    try {
      for (const interval of datesOfSeries(series, { ...limits, spend })) taken.push(interval);
    } catch (error) {
      const code = refusalOf(error);
      refused.set(code, (refused.get(code) ?? 0) + 1);
    }
  }
  return { taken, refused: Object.fromEntries(refused) };
}

function eventsOf(text: string): ICAL.Component[] {
  const count = text.match(/^BEGIN:VEVENT/gim)?.length ?? 0;
  if (count > MOST_EVENTS) throw new FileRefusal("TOO_MANY_EVENTS");
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s/i.test(text)) throw new FileRefusal("NOT_A_CALENDAR");
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF?\s*/, "")) as unknown[];
    // A file may hold several calendars, one after the other.
    const calendars = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
    return calendars.flatMap((one) => new ICAL.Component(one).getAllSubcomponents("vevent"));
  } catch {
    throw new FileRefusal("NOT_A_CALENDAR");
  }
}

interface EventSeries {
  readonly main: ICAL.Component[];
  readonly overrides: ICAL.Component[];
}

/** What belongs together by its UID; an event without one stands alone. */
function seriesOf(events: readonly ICAL.Component[]): EventSeries[] {
  const byUid = new Map<unknown, EventSeries>();
  for (const event of events) {
    const uid: unknown = event.getFirstPropertyValue("uid") ?? event;
    const series = byUid.get(uid) ?? { main: [], overrides: [] };
    (event.hasProperty("recurrence-id") ? series.overrides : series.main).push(event);
    byUid.set(uid, series);
  }
  return [...byUid.values()];
}

function datesOfSeries(
  { main, overrides }: EventSeries,
  limits: Parameters<typeof eventDates>[1],
): Interval[] {
  const dates = new Map<Instant, Interval>();
  for (const event of main) {
    if (!takesTime(event)) continue;
    for (const [instant, interval] of eventDates(event, limits)) dates.set(instant, interval);
  }
  const moved: Interval[] = [];
  for (const override of overrides) {
    const property = override.getFirstProperty("recurrence-id");
    if (property === null) continue;
    if (property.getParameter("range") !== undefined) throw new EventRefusal("RANGE_UNSUPPORTED");
    dates.delete(instantOf(timeOf(property, limits.zone)));
    if (takesTime(override)) moved.push(...eventDates(override, limits).values());
  }
  return [...dates.values(), ...moved];
}

function takesTime(event: ICAL.Component): boolean {
  const is = (name: string, value: string) =>
    String(event.getFirstPropertyValue(name)).toUpperCase() === value;
  return !is("status", "CANCELLED") && !is("transp", "TRANSPARENT");
}

function refusalOf(error: unknown): EventRefusalCode {
  if (error instanceof FileRefusal) throw error;
  if (error instanceof EventRefusal) return error.code;
  // Dates that are none, such as 31 February, and values that ical.js can't make anything of.
  if (error instanceof CoreError || error instanceof Error) return "TIME_UNSUPPORTED";
  throw error;
}
