import {
  type Instant,
  type Interval,
  isLocalDate,
  type LocalDate,
  type ZoneId,
} from "@neuadd/core";
import { eventDates, type EventReading } from "./event-dates.ts";
import type { EventRefusalCode } from "./event-refusal.ts";
import { occurrenceInstant, timeOf } from "./outside-time.ts";
import { type CalendarComponent, firstLine, readComponents } from "./read-components.ts";
import { plainText } from "./read-content-line.ts";
import { readingWindow } from "./reading-window.ts";
import { refusing } from "./refusing.ts";
import { WorkBudget } from "./work-budget.ts";
import { zoneFinder } from "./zone-finder.ts";

/** What a file says is taken. */
export interface OutsideCalendar {
  readonly taken: readonly TakenTime[];
  /** Events that can't be read exactly. Of some of these there is `taken` time too: what can be read of them. */
  readonly refused: readonly RefusedEvent[];
}

export interface TakenTime extends Interval {
  /** UID of the event, cut to 200 characters; empty for one without. */
  readonly event: string;
}

export interface RefusedEvent {
  readonly event: string;
  readonly code: EventRefusalCode;
  /** As the file has it, cut to 200 characters. */
  readonly summary?: string;
  /** The first date that the file names for it. */
  readonly date?: LocalDate;
}

export interface ReadingLimits {
  /** The zone of times that name none. */
  readonly zone: ZoneId;
  /** What is over by then is left out, and what has begun is cut. */
  readonly from: Instant;
  /** The same for what has not begun, or not ended, by then. */
  readonly horizon: Instant;
}

const MOST_CHARACTERS = 200;

/**
 * Reads what an outside calendar says is taken: events with recurrences, exceptions and overridden dates.
 * Cancelled ones and those that take no time (TRANSP:TRANSPARENT) don't count. Where an event can't be read exactly, it is
 * `refused`, and `taken` has at least what can be read of it: rather too much than too little.
 *
 * @throws FileRefusal for what is no calendar, or too much of one
 */
export function readOutsideCalendar(
  text: string,
  limits: ReadingLimits,
  budget = new WorkBudget(),
): OutsideCalendar {
  const calendars = readComponents(text);
  const window = readingWindow(limits.from, limits.horizon);
  const zoneOf = zoneFinder(calendars, limits.zone, window, budget);
  const taken: TakenTime[] = [];
  const refused: RefusedEvent[] = [];
  for (const series of seriesOf(calendars.flatMap(({ components }) => components))) {
    const codes: EventRefusalCode[] = [];
    const refuse = (code: EventRefusalCode) => void codes.push(code);
    const reading = { window, zoneOf, budget, refuse };
    for (const interval of datesOfSeries(series, reading)) {
      taken.push({ ...interval, event: series.event });
    }
    const [code] = codes;
    if (code !== undefined) refused.push({ event: series.event, code, ...aboutOf(series) });
  }
  return { taken, refused };
}

interface EventSeries {
  readonly event: string;
  readonly main: CalendarComponent[];
  readonly overrides: CalendarComponent[];
}

/** What belongs together by its UID; an event without one stands alone. */
function seriesOf(components: readonly CalendarComponent[]): EventSeries[] {
  const byUid = new Map<unknown, EventSeries>();
  for (const component of components) {
    if (component.name !== "VEVENT") continue;
    const uid = textOf(component, "UID") ?? "";
    const key = uid === "" ? component : uid;
    const series = byUid.get(key) ?? { event: uid, main: [], overrides: [] };
    (firstLine(component, "RECURRENCE-ID") ? series.overrides : series.main).push(component);
    byUid.set(key, series);
  }
  return [...byUid.values()];
}

function datesOfSeries({ main, overrides }: EventSeries, reading: EventReading): Interval[] {
  const none = new Map<Instant, Interval>();
  const dates = new Map<Instant, Interval>();
  for (const event of main) {
    if (!takesTime(event)) continue;
    const own = refusing(reading.refuse, () => eventDates(event, reading), none);
    for (const [instant, interval] of own) dates.set(instant, interval);
  }
  const moved: Interval[] = [];
  for (const override of overrides) {
    // A date whose override can't be read stays where it was.
    refusing(
      reading.refuse,
      () => {
        const now = takesTime(override) ? eventDates(override, reading) : none;
        const former = formerInstant(override, main[0], reading);
        if (former !== undefined) dates.delete(former);
        for (const interval of now.values()) moved.push(interval);
      },
      undefined,
    );
  }
  return [...dates.values(), ...moved];
}

/** When the date that an override stands for would have begun; undefined where it stands for more. */
function formerInstant(
  override: CalendarComponent,
  main: CalendarComponent | undefined,
  { refuse, zoneOf }: EventReading,
): Instant | undefined {
  const line = firstLine(override, "RECURRENCE-ID");
  if (line === undefined) return undefined;
  if (line.parameters.has("RANGE")) {
    refuse("RANGE_UNSUPPORTED");
    return undefined;
  }
  const former = timeOf(line, zoneOf);
  const start = main && firstLine(main, "DTSTART");
  return occurrenceInstant(former, start ? timeOf(start, zoneOf) : former);
}

function takesTime(event: CalendarComponent): boolean {
  const is = (name: string, value: string) =>
    firstLine(event, name)?.value.trim().toUpperCase() === value;
  return !is("STATUS", "CANCELLED") && !is("TRANSP", "TRANSPARENT");
}

function aboutOf({ main, overrides }: EventSeries): Pick<RefusedEvent, "summary" | "date"> {
  const events = [...main, ...overrides];
  const [summary] = events.flatMap((event) => textOf(event, "SUMMARY") ?? []);
  const [date] = events.flatMap((event) => {
    const match = /^(\d{4})(\d\d)(\d\d)/.exec(firstLine(event, "DTSTART")?.value ?? "");
    const text = match?.slice(1).join("-");
    return text !== undefined && isLocalDate(text) ? text : [];
  });
  return { ...(summary !== undefined && { summary }), ...(date !== undefined && { date }) };
}

function textOf(event: CalendarComponent, name: string): string | undefined {
  const line = firstLine(event, name);
  return line && plainText(line.value).slice(0, MOST_CHARACTERS);
}
