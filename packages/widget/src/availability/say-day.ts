import type { LocalDate } from "../dates/day-steps.ts";
import { sayDate, sayTimes } from "../dates/say-date.ts";
import type { DayStatus } from "../language/messages.ts";
import type { WireDay } from "../network/wire.ts";
import type { AvailabilityView, ShownSpace } from "./availability-view.ts";
import { jointStatus, statusOf } from "./day-status.ts";

/** What a day is for the school: its own name, or else its kind. Empty while it is not known. */
export function sayDayKind(
  { spaces, language, messages }: AvailabilityView,
  date: LocalDate,
): string {
  const day = spaces[0]?.days.get(date);
  if (day === undefined) return "";
  return day.name?.[language] ?? messages.kinds[day.kind];
}

/** What some spaces have on a day, as one status. */
export function statusIn(
  { today }: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): DayStatus {
  return jointStatus(spaces.map(({ days }) => statusOf(days.get(date), date, today)));
}

/** The free times of a day in words: `5pm to 6pm, 7:30pm to 10pm`. */
export function sayFreeTimes({ free }: WireDay, language: AvailabilityView["language"]): string {
  return free.map(({ startTime, endTime }) => sayTimes(startTime, endTime, language)).join(", ");
}

/** A whole cell in words: the day, what it is, and what is free on it. */
export function sayCell(
  view: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): string {
  const { language, messages, today } = view;
  const status = statusIn(view, spaces, date);
  const kind = sayDayKind(view, date);
  const head = [sayDate(date, language), ...(date === today ? [messages.today] : []), kind];
  return `${head.filter((part) => part !== "").join(", ")}. ${sayStatus(view, spaces, date, status)}`;
}

function sayStatus(
  { language, messages }: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
  status: DayStatus,
): string {
  if (status !== "free" && status !== "some") return messages.status[status];
  if (spaces.length > 1) {
    const free = spaces.filter(({ days }) => (days.get(date)?.free.length ?? 0) > 0).length;
    return messages.spacesFree(free, spaces.length);
  }
  const day = spaces[0]?.days.get(date);
  return messages.freeTimes(day === undefined ? "" : sayFreeTimes(day, language));
}
