import { FileRefusal } from "./file-refusal.ts";
import { type ContentLine, lineName, readContentLine } from "./read-content-line.ts";

/** A part of a calendar, with what of it matters here: the rest is not even looked at. */
export interface CalendarComponent {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly CalendarComponent[];
}

const MOST_EVENTS = 5_000;
const DEEPEST = 8;
const COMPONENTS: ReadonlySet<string> = new Set([
  "VCALENDAR",
  "VEVENT",
  "VTIMEZONE",
  "STANDARD",
  "DAYLIGHT",
]);
const PROPERTIES: ReadonlySet<string> = new Set(
  "UID SUMMARY STATUS TRANSP DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID TZID TZOFFSETFROM TZOFFSETTO".split(
    " ",
  ),
);

/**
 * The calendars of a file, one or several after each other. Each sign of it is read once, so that no file takes longer
 * than its size says.
 *
 * @throws FileRefusal NOT_A_CALENDAR for what doesn't begin with one, has lines that are none, or parts that don't end;
 * TOO_MANY_EVENTS
 */
export function readComponents(text: string): CalendarComponent[] {
  const calendars: OpenComponent[] = [];
  const open: OpenComponent[] = [];
  let events = 0;
  for (const line of unfolded(text)) {
    if (line.trim() === "") continue;
    const name = lineName(line);
    const current = open.at(-1);
    if (name === "BEGIN") {
      const begun = begin(line);
      if (begun.name === "VEVENT") events += 1;
      if (events > MOST_EVENTS) throw new FileRefusal("TOO_MANY_EVENTS");
      if (current === undefined && begun.name !== "VCALENDAR") throw noCalendar();
      if (open.length === DEEPEST) throw noCalendar();
      if (current === undefined) calendars.push(begun);
      else if (COMPONENTS.has(begun.name)) current.components.push(begun);
      open.push(begun);
    } else if (current === undefined || name === "") {
      throw noCalendar();
    } else if (name === "END") {
      if (begin(line).name !== current.name) throw noCalendar();
      open.pop();
    } else if (PROPERTIES.has(name)) {
      current.lines.push(readContentLine(line) ?? raise(noCalendar()));
    }
  }
  if (open.length > 0 || calendars.length === 0) throw noCalendar();
  return calendars;
}

/** All lines of a part with a name. */
export function linesNamed({ lines }: CalendarComponent, name: string): ContentLine[] {
  return lines.filter((line) => line.name === name);
}

/** The first line of a part with a name. */
export function firstLine({ lines }: CalendarComponent, name: string): ContentLine | undefined {
  return lines.find((line) => line.name === name);
}

interface OpenComponent extends CalendarComponent {
  readonly lines: ContentLine[];
  readonly components: OpenComponent[];
}

/** Lines with their continuations: those that begin with a space or a tab. */
function unfolded(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
}

function begin(line: string): OpenComponent {
  const name = line.slice(line.indexOf(":") + 1).trim();
  return { name: name.toUpperCase(), lines: [], components: [] };
}

function noCalendar(): FileRefusal {
  return new FileRefusal("NOT_A_CALENDAR");
}

function raise(error: Error): never {
  throw error;
}
