import type { Instant, School } from "@neuadd/core";
import type { Services } from "../services.ts";
import { endBooking } from "./end-booking.ts";
import { inLedger } from "./ledger-transaction.ts";
import { listSchools } from "./list-schools.ts";
import { loadBooking } from "./stored-booking.ts";

const DAY_MILLISECONDS = 86_400_000;

/** Requests that lapse in one transaction: a school with many does not keep its other writers waiting. */
const REQUESTS_PER_TRANSACTION = 50;

/**
 * Lets requests lapse that nobody answered: those that have waited for as many days as their school allows
 * (`requestsLapseAfterDays`), and in any school those whose last date is over. They are `expired`, their dates
 * `cancelled` (EXPIRED), and what they held is free. Answers how many.
 */
export async function expireRequests(services: Services): Promise<number> {
  let expired = 0;
  for (const school of await listSchools(services)) {
    let lapsed: readonly string[];
    do {
      lapsed = await lapsedRequests(services, school, services.clock.now());
      if (lapsed.length > 0) expired += await expireAll(services, school, lapsed);
    } while (lapsed.length === REQUESTS_PER_TRANSACTION);
  }
  return expired;
}

async function lapsedRequests(
  { store }: Services,
  school: School,
  now: Instant,
): Promise<string[]> {
  const days = school.requestsLapseAfterDays;
  const rows = await store.database
    .selectFrom("series")
    .select("booking_id")
    .where("school_id", "=", school.id)
    .where("status", "=", "requested")
    .where((expression) =>
      expression.or([
        expression("last_ends_at", "<=", now),
        ...(days === undefined
          ? []
          : [expression("requested_at", "<=", now - days * DAY_MILLISECONDS)]),
      ]),
    )
    .orderBy("booking_id")
    .limit(REQUESTS_PER_TRANSACTION)
    .execute();
  return rows.map(({ booking_id }) => booking_id);
}

async function expireAll(
  services: Services,
  school: School,
  lapsed: readonly string[],
): Promise<number> {
  return inLedger<number>(services, school.id, "system", async (ledger, unchanged) => {
    let expired = 0;
    for (const id of lapsed) {
      const booking = await loadBooking(ledger.database, school.id, id);
      // It may have been answered since it was found.
      if (booking.status !== "requested") continue;
      await endBooking(ledger, booking, "expire", { by: "school" });
      expired += 1;
    }
    if (expired === 0) throw unchanged(0);
    return expired;
  });
}
