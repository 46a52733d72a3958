import { addDays, dayNumber, type Instant, type LocalDate, localDateOf } from "@neuadd/core";
import type { BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { letterOfBooking } from "./letter-of-booking.ts";
import { hasLetter } from "./outbox/letter-store.ts";
import type { WriterParts } from "./write-on-event.ts";

/** After a break of this length people want to be reminded that their hall is theirs again. */
const BREAK_DAYS = 14;

/**
 * Reminds the hirers whose bookings begin, or go on after a break, within so many days. A letter for each such date, once.
 */
export async function writeSeasonReminders(
  parts: WriterParts,
  reminderDays: number,
  now: Instant,
): Promise<void> {
  const { reads } = parts.host;
  for (const school of await reads.schools()) {
    const facts = await reads.school(school);
    if (facts === undefined) continue;
    const today = localDateOf(now, facts.school.zone);
    const until = addDays(today, reminderDays);
    const wanted = { status: "approved", from: today, to: addDays(until, 1) } as const;
    let after: string | undefined;
    do {
      const page = await reads.bookings(school, wanted, after === undefined ? {} : { after });
      for (const booking of page.items) {
        const date = startWithin(booking, { from: today, until });
        if (date !== undefined) await remind(parts, facts, booking, date);
      }
      after = page.next;
    } while (after !== undefined);
  }
}

/**
 * The first date within a span, both ends inclusive, on which a booking begins or goes on after a break of a fortnight.
 * Undefined without one.
 */
function startWithin(
  { occurrences }: Pick<BookingFacts, "occurrences">,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): LocalDate | undefined {
  const dates = occurrences
    .filter(({ status }) => status === "confirmed" || status === "completed")
    .map(({ date }) => date)
    .toSorted();
  return dates.find((date, index) => {
    const before = dates[index - 1];
    const isStart = before === undefined || dayNumber(date) - dayNumber(before) >= BREAK_DAYS;
    return isStart && from <= date && date <= until;
  });
}

async function remind(
  { host, tables, postman, from }: WriterParts,
  facts: SchoolFacts,
  booking: BookingFacts,
  date: LocalDate,
): Promise<void> {
  const letter = `${booking.id}.reminder.${date}`;
  if (await hasLetter(tables, facts.school.id, letter)) return;
  const hirer = await host.reads.hirer(booking.hirer);
  if (hirer === undefined) return;
  const { revision } = booking;
  const given = { kind: "reminder", facts, hirer, booking, lost: [], revision } as const;
  await postman.post(letterOfBooking(host, from, letter, given));
}
