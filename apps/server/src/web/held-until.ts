import { type LocalDate, localDateOf } from "@neuadd/core";
import { foundOrUndefined } from "../http/found-or-undefined.ts";
import { readBooking } from "../ledger/read-booking.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";

/**
 * The day on which a request lapses if the school does not answer: when it has waited as long as its school allows, or
 * its last date is over. Undefined for what is no request, or no more.
 */
export async function heldUntil(
  services: Services,
  { school }: SchoolState,
  booking: string,
): Promise<LocalDate | undefined> {
  const found = await foundOrUndefined(readBooking(services, school.id, booking));
  if (found?.status !== "requested") return undefined;
  const lastEnds = Math.max(...found.occurrences.map(({ end }) => end));
  const days = school.requestsLapseAfterDays;
  const lapses = days === undefined ? lastEnds : found.requestedAt + days * DAY_MILLISECONDS;
  return localDateOf(Math.min(lapses, lastEnds), school.zone);
}

const DAY_MILLISECONDS = 86_400_000;
