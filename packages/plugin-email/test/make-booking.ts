import { type LocalDate, type LocalTime, toInstant } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "@neuadd/plugin-kit";

export const ZONE = "Europe/London";

export interface MadeDate {
  readonly date: LocalDate;
  readonly startTime?: LocalTime;
  readonly endTime?: LocalTime;
  readonly space?: string;
  readonly status?: OccurrenceFacts["status"];
  readonly zone?: string;
}

/** An approved booking of the main hall from 18:00 to 19:30 on these dates, each as it says otherwise. */
export function makeBooking(
  dates: readonly MadeDate[],
  given: Partial<BookingFacts> & { readonly rule?: string } = {},
): BookingFacts {
  const { rule, ...rest } = given;
  return {
    id: "bok_0001",
    school: "ysgol-y-prawf",
    hirer: "hir_clwb",
    status: "approved",
    title: "Badminton; hwyl, iechyd\\a ŵyl",
    request: {
      hirer: "hir_clwb",
      title: "Badminton",
      activity: "badminton",
      space: "main-hall",
      first: dates[0]?.date ?? "2026-09-08",
      startTime: "18:00",
      endTime: "19:30",
      ...(rule !== undefined && { recurrence: { rule } }),
    },
    occurrences: dates.map(made),
    requestedAt: 0,
    revision: 7,
    ...rest,
  };
}

function made({ date, zone = ZONE, ...given }: MadeDate): OccurrenceFacts {
  const { startTime = "18:00", endTime = "19:30", space = "main-hall" } = given;
  return {
    date,
    space,
    startTime,
    endTime,
    start: toInstant(date, startTime, zone),
    end: toInstant(date, endTime, zone),
    status: given.status ?? "confirmed",
    denials: [],
  };
}
