import type { LocalDate } from "../dates/day-steps.ts";
import { sayTimes } from "../dates/say-date.ts";
import type { DayStatus } from "../language/messages.ts";
import type { AvailabilityView, ShownSpace } from "./availability-view.ts";
import { jointStatus, statusOf } from "./day-status.ts";

/** What a day is for the school: its own name, or else its kind. Empty while it is not known. */
export function sayDayKind(
  { spaces, language, messages }: AvailabilityView,
  date: LocalDate,
): string {
  const day = spaces[0]?.days.get(date);
  if (day === undefined) return "";
  if (day.termsUnpublished) return messages.termsUnpublished;
  return day.name?.[language] ?? messages.kinds[day.kind];
}

/** What some spaces have on a day, as one status. */
export function statusIn(
  { today, missing }: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): DayStatus {
  return jointStatus(spaces.map(({ days }) => statusOf(days.get(date), date, today, missing)));
}

/** What of a day the status alone does not say: the free times of one space, or how many of several have any. */
export function sayMore(
  view: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): string {
  const { language, messages } = view;
  const status = statusIn(view, spaces, date);
  if (status !== "free" && status !== "some") return "";
  if (spaces.length > 1) {
    const free = spaces.filter(({ days }) => (days.get(date)?.askable.length ?? 0) > 0).length;
    return `. ${messages.spacesFree(free, spaces.length)}`;
  }
  const times = (spaces[0]?.days.get(date)?.askable ?? []).map(({ startTime, endTime }) =>
    sayTimes(startTime, endTime, language),
  );
  return `. ${messages.freeTimes(times.join(", "))}`;
}
