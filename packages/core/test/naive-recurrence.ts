import type { LocalDate, RecurrenceRule } from "../src/index.ts";

interface Day {
  readonly text: LocalDate;
  readonly index: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/**
 * Expands a rule by looking at every single day, as RFC 5545 defines it: which days match, in periods that count, at the
 * positions asked for, from the first date on. Slow, and on purpose without any code of the engine: dates are those of
 * the host's `Date`.
 */
export function expandNaively(
  rule: RecurrenceRule,
  first: LocalDate,
  until: LocalDate,
): LocalDate[] {
  const start = dayOf(Date.parse(first));
  // Whole years, and the weeks that reach beyond them: positions need all of the days of a period.
  const days = daysBetween(
    Date.UTC(start.year, 0, -6),
    Date.UTC(Number(until.slice(0, 4)), 11, 38),
  );
  const ranks = rankWeekdays(days, rule);
  const periods = groupDays(
    days.filter((day) => matches(day, rule, start, ranks)),
    (day) => periodOf(day, rule),
  );
  const startPeriod = periodOf(start, rule);
  const picked: LocalDate[] = [];
  for (const [period, members] of periods) {
    if ((period - startPeriod) % rule.interval !== 0) continue;
    members.forEach((member, index) => {
      const { bySetPosition } = rule;
      const isPicked =
        bySetPosition.length === 0 ||
        bySetPosition.includes(index + 1) ||
        bySetPosition.includes(index - members.length);
      if (isPicked) picked.push(member.text);
    });
  }
  return picked
    .filter((text) => text >= first && text <= until && text <= (rule.until ?? until))
    .slice(0, rule.count ?? picked.length);
}

const DAY = 86_400_000;

function dayOf(instant: number): Day {
  const date = new Date(instant);
  return {
    text: date.toISOString().slice(0, 10),
    index: instant / DAY,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  };
}

function daysBetween(start: number, end: number): Day[] {
  const days: Day[] = [];
  for (let instant = start; instant <= end; instant += DAY) days.push(dayOf(instant));
  return days;
}

/** For each day, which Monday, Tuesday… of its month or year it is, as 1 and -4 for the first of four. */
function rankWeekdays(days: readonly Day[], rule: RecurrenceRule): Map<string, readonly number[]> {
  const isOfYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
  const groups = groupDays(days, ({ year, month, weekday }) =>
    [year, isOfYear ? "" : month, weekday].join("/"),
  );
  const ranks = new Map<string, readonly number[]>();
  for (const group of groups.values()) {
    group.forEach(({ text }, index) => ranks.set(text, [index + 1, index - group.length]));
  }
  return ranks;
}

function matches(
  day: Day,
  rule: RecurrenceRule,
  start: Day,
  ranks: ReadonlyMap<string, readonly number[]>,
): boolean {
  const { frequency, byMonth, byMonthDay, byDay } = rule;
  const monthLength = new Date(Date.UTC(day.year, day.month, 0)).getUTCDate();
  const inMonth = byMonth.length === 0 || byMonth.includes(day.month);
  const inMonthDays =
    byMonthDay.length === 0 ||
    byMonthDay.includes(day.day) ||
    byMonthDay.includes(day.day - monthLength - 1);
  const inWeekdays =
    byDay.length === 0 ||
    byDay.some(
      ({ weekday, ordinal }) =>
        weekday === day.weekday &&
        (ordinal === undefined || ranks.get(day.text)?.includes(ordinal) === true),
    );
  if (!inMonth || !inMonthDays || !inWeekdays) return false;
  if (byDay.length > 0 || byMonthDay.length > 0 || frequency === "DAILY") return true;
  if (frequency === "WEEKLY") return day.weekday === start.weekday;
  if (day.day !== start.day) return false;
  return frequency === "MONTHLY" || byMonth.length > 0 || day.month === start.month;
}

function periodOf(day: Day, rule: RecurrenceRule): number {
  switch (rule.frequency) {
    case "DAILY":
      return day.index;
    case "WEEKLY":
      return Math.floor((day.index - ((day.weekday - rule.weekStart + 7) % 7)) / 7);
    case "MONTHLY":
      return day.year * 12 + day.month;
    case "YEARLY":
      return day.year;
  }
}

function groupDays<Key>(days: readonly Day[], keyOf: (day: Day) => Key): Map<Key, Day[]> {
  const groups = new Map<Key, Day[]>();
  for (const day of days) {
    const group = groups.get(keyOf(day));
    if (group === undefined) groups.set(keyOf(day), [day]);
    else group.push(day);
  }
  return groups;
}
