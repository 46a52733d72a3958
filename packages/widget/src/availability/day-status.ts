import type { LocalDate } from "../dates/day-steps.ts";
import { minuteOf } from "../dates/time-of-day.ts";
import type { DayStatus } from "../language/messages.ts";
import type { WireDay, WireTimes } from "../network/wire.ts";

/** What a day is that is not there: still on its way, or, when no answer came or the answer lacks it, not known. */
export type MissingStatus = DayStatus & ("loading" | "unknown");

/** What a space has on a day; `missing` without a day. */
export function statusOf(
  day: WireDay | undefined,
  date: LocalDate,
  today: LocalDate,
  missing: MissingStatus,
): DayStatus {
  if (date < today) return "past";
  if (day === undefined) return missing;
  if (day.open.length === 0) return "closed";
  if (day.free.length === 0) return "full";
  if (day.requestsFrom !== undefined) return "notYet";
  if (day.askable.length === 0) return "tooLate";
  return minutesIn(day.askable) < minutesIn(day.open) ? "some" : "free";
}

/** What several spaces have between them. Nothing is free while one of them is not known; no space at all is closed. */
export function jointStatus(statuses: readonly DayStatus[]): DayStatus {
  const [first = "closed"] = statuses;
  if (statuses.every((status) => status === first)) return first;
  if (statuses.some((status) => status === "free" || status === "some")) return "some";
  return (["unknown", "notYet"] as const).find((status) => statuses.includes(status)) ?? "full";
}

function minutesIn(times: readonly WireTimes[]): number {
  return times.reduce(
    (sum, { startTime, endTime }) => sum + minuteOf(endTime) - minuteOf(startTime),
    0,
  );
}
