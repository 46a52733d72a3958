import { dayNumber, type LocalDate, type LocalTime, minutesOfDay } from "@neuadd/core";
import type { VatSession } from "./vat-facts.ts";

type Times = Pick<VatSession, "date" | "startTime" | "endTime">;

/** When a session starts, in minutes of the school's clock: an hour that the clocks skip or repeat counts for nothing. */
export function startMinutes({ date, startTime }: Times): number {
  return clockMinutes(date, startTime);
}

export function endMinutes({ date, endTime }: Times): number {
  return clockMinutes(date, endTime);
}

export function byStart(one: Times, other: Times): number {
  return startMinutes(one) - startMinutes(other);
}

function clockMinutes(date: LocalDate, time: LocalTime): number {
  return dayNumber(date) * 1440 + minutesOfDay(time);
}
