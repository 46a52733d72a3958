import type { LocalDate } from "../dates/day-steps.ts";
import { minuteOf } from "../dates/time-of-day.ts";
import type { DayStatus } from "../language/messages.ts";
import type { WireDay, WireTimes } from "../network/wire.ts";

/** What a space has on a day. Without a day, which has not come yet: loading. */
export function statusOf(day: WireDay | undefined, date: LocalDate, today: LocalDate): DayStatus {
  if (date < today) return "past";
  if (day === undefined) return "loading";
  if (day.open.length === 0) return "closed";
  if (day.free.length === 0) return "full";
  return minutesIn(day.free) < minutesIn(day.open) ? "some" : "free";
}

/** What several spaces have between them. */
export function jointStatus(statuses: readonly DayStatus[]): DayStatus {
  const [first = "loading"] = statuses;
  if (statuses.every((status) => status === first)) return first;
  if (statuses.some((status) => status === "free" || status === "some")) return "some";
  return "full";
}

function minutesIn(times: readonly WireTimes[]): number {
  return times.reduce(
    (sum, { startTime, endTime }) => sum + minuteOf(endTime) - minuteOf(startTime),
    0,
  );
}
