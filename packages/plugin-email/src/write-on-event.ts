import type { LedgerEvent, PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { EmailTables } from "./email-tables.ts";
import { letterOfBooking } from "./letter-of-booking.ts";
import { letterKind } from "./letter/letter-kind.ts";
import { hasLetter, type NewLetter } from "./outbox/letter-store.ts";
import type { Postman } from "./outbox/postman.ts";

export interface WriterParts {
  readonly host: PluginHost;
  readonly tables: Kysely<EmailTables>;
  readonly postman: Postman;
  readonly from: string;
}

/** Of what happened longer ago nobody is told any more: a plugin that is new has the past of a school before it. */
const OLDEST_NEWS_MILLISECONDS = 14 * 86_400_000;

/**
 * Writes to the hirer of what has happened to its booking. One letter for all that one command did to one booking: it is
 * named by the revision, so that an entry that comes again, or another of the same command, writes nothing more.
 */
export async function writeOnEvent(parts: WriterParts, event: LedgerEvent): Promise<void> {
  const { host, tables, postman } = parts;
  const { school, revision } = event;
  const id = event.data["booking"];
  if (typeof id !== "string" || host.now() - event.at > OLDEST_NEWS_MILLISECONDS) return;
  // Padded, so that names sort as revisions do: letters queued in one millisecond go out in order.
  const letter = `${id}.${`${revision}`.padStart(9, "0")}`;
  if (await hasLetter(tables, school, letter)) return;
  const composed = await composeOnBooking(parts, { school, letter, booking: id, revision });
  if (composed !== undefined) await postman.post(composed);
}

/** Which letter on which booking; its kind follows from what happened at the revision, but for a reminder. */
export interface BookingLetter {
  readonly school: string;
  readonly letter: string;
  readonly booking: string;
  readonly revision: number;
  readonly isReminder?: boolean;
}

/** Writes a letter on a booking from the ledger as it is now. Undefined where there is nothing to write of, or to nobody. */
export async function composeOnBooking(
  { host, from }: Pick<WriterParts, "host" | "from">,
  { school, letter, booking: id, revision, isReminder = false }: BookingLetter,
): Promise<NewLetter | undefined> {
  const events = isReminder ? [] : await eventsOn(host, { school, revision }, id);
  const kind = isReminder ? "reminder" : letterKind(events);
  const facts = await host.reads.school(school);
  const booking = await host.reads.booking(school, id);
  const hirer = booking && (await host.reads.hirer(booking.hirer));
  if (!kind || !facts || !booking || !hirer) return undefined;
  const dates = lostDates(events);
  const lost = booking.occurrences.filter(({ date }) => dates.has(date));
  return letterOfBooking(host, from, letter, { kind, facts, hirer, booking, lost, revision });
}

/** All that the same command did to the booking. */
async function eventsOn(
  { reads }: PluginHost,
  { school, revision }: Pick<LedgerEvent, "school" | "revision">,
  booking: string,
): Promise<LedgerEvent[]> {
  const events = await reads.events(school, revision - 1, 1);
  return events.filter((event) => event.revision === revision && event.data["booking"] === booking);
}

/** Entries whose dates are lost to the booking by them. */
const LOSING: ReadonlySet<LedgerEvent["type"]> = new Set([
  "booking.declined",
  "booking.withdrawn",
  "booking.expired",
  "booking.cancelled",
  "occurrence.cancelled",
  "occurrence.displaced",
  "occurrence.denied",
]);

function lostDates(events: readonly LedgerEvent[]): ReadonlySet<string> {
  return new Set(
    events
      .filter(({ type }) => LOSING.has(type))
      .flatMap(({ data: { date, dates } }) => [date, ...(Array.isArray(dates) ? dates : [])])
      .filter((date): date is string => typeof date === "string"),
  );
}
