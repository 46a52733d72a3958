/**
 * The simulation's own idea of days, hours and clocks, for the school year 2026/27 in Wales. Nothing of core is in it: it
 * is there to disagree with.
 */

/** Terms with their half terms; source: the Welsh Government's term dates for 2026/27. */
const TERMS = [
  { first: "2026-09-01", last: "2026-12-18", half: ["2026-10-26", "2026-10-30"] },
  { first: "2027-01-04", last: "2027-03-19", half: ["2027-02-08", "2027-02-12"] },
  { first: "2027-04-05", last: "2027-07-20", half: ["2027-05-31", "2027-06-04"] },
] as const;

const BANK_HOLIDAYS = new Set([
  "2026-08-31",
  "2026-12-25",
  "2026-12-28",
  "2027-01-01",
  "2027-03-26",
  "2027-03-29",
  "2027-05-03",
  "2027-05-31",
]);

/** Instants at which Wales puts its clocks on or back, and how far ahead of UTC they are from then on. */
const CLOCK_CHANGES = [
  { from: 0, aheadMinutes: 60 },
  { from: Date.UTC(2026, 9, 25, 1), aheadMinutes: 0 },
  { from: Date.UTC(2027, 2, 28, 1), aheadMinutes: 60 },
] as const;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `18:00` as minutes of the day. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Good for times that the change of clocks neither skips nor repeats. */
export function instantOf(date: string, time: string): number {
  const asUtc = Date.parse(date) + minutesOf(time) * MINUTE;
  const period = CLOCK_CHANGES.findLast((one) => asUtc - one.aheadMinutes * MINUTE >= one.from);
  return asUtc - (period?.aheadMinutes ?? 0) * MINUTE;
}

/** The local date in Wales. */
export function dateAt(instant: number): string {
  const period = CLOCK_CHANGES.findLast((one) => instant >= one.from);
  return isoDate(instant + (period?.aheadMinutes ?? 0) * MINUTE);
}

export function dateAfter(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * DAY);
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay();
}

export type Period = "term" | "halfTerm" | "holiday";

export function periodOf(date: string): Period {
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) {
    const friday = weekdayPeriod(dateAfter(date, weekday === 6 ? -1 : -2));
    const monday = weekdayPeriod(dateAfter(date, weekday === 6 ? 2 : 1));
    const either = (period: Period) => friday === period || monday === period;
    return either("holiday") ? "holiday" : either("halfTerm") ? "halfTerm" : "term";
  }
  return weekdayPeriod(date);
}

function weekdayPeriod(date: string): Period {
  const term = TERMS.find(({ first, last }) => first <= date && date <= last);
  if (term === undefined) return "holiday";
  const [first, last] = term.half;
  return first <= date && date <= last ? "halfTerm" : "term";
}

/** When the school of the fixtures is open on a date, as minutes of the day; undefined when it is not. */
export function openMinutes(
  date: string,
  closures: ReadonlySet<string>,
): readonly [from: number, to: number] | undefined {
  const isClosed = closures.has(date) || (date >= "2026-12-24" && date <= "2027-01-01");
  if (isClosed || BANK_HOLIDAYS.has(date)) return undefined;
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return [9 * 60, 18 * 60];
  return periodOf(date) === "term" ? [17 * 60, 22 * 60] : [9 * 60, 21 * 60];
}
