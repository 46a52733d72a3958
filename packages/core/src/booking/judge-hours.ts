import { schoolDay } from "../calendar/school-day.ts";
import { localTime, minutesOfDay } from "../time/local-time.ts";
import type { WantedDate } from "./decision-context.ts";
import type { DecisionDay } from "./decision-day.ts";
import { denial, type Denial } from "./denial.ts";
import { dayFacts } from "./request-dates.ts";

/** What the hours of community use say against a wanted date. It must lie within one open interval. */
export function hoursDenials(wanted: WantedDate, day: DecisionDay): Denial[] {
  const { date, space, startMinutes, endMinutes } = wanted;
  const open = day.openMinutes(space);
  if (open.some(({ start, end }) => start <= startMinutes && endMinutes <= end)) return [];
  const closed =
    open.length === 0
      ? denial("CLOSED", dayFacts(date, day.facts.calendar))
      : denial("OUTSIDE_COMMUNITY_HOURS", {
          date,
          startTime: localTime(startMinutes),
          endTime: localTime(endMinutes),
          open: open.map(({ start, end }) => ({ start: localTime(start), end: localTime(end) })),
        });
  return [closed, ...schoolHoursDenials(wanted, day)];
}

function schoolHoursDenials(
  { date, space, startMinutes, endMinutes }: WantedDate,
  { facts }: DecisionDay,
): Denial[] {
  const { schoolHours } = space;
  if (schoolHours === undefined || schoolDay(facts.calendar, date).kind !== "term") return [];
  const isInSession =
    startMinutes < minutesOfDay(schoolHours.end) && minutesOfDay(schoolHours.start) < endMinutes;
  return isInSession ? [denial("SCHOOL_IN_SESSION", { date, schoolHours })] : [];
}
