import type { LedgerEvent, PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { EmailTables } from "./email-tables.ts";
import { letterOfBooking } from "./letter-of-booking.ts";
import { letterKind } from "./letter/letter-kind.ts";
import { hasLetter } from "./outbox/letter-store.ts";
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
  const { host, tables, postman, from } = parts;
  const { school, revision } = event;
  const id = event.data["booking"];
  if (typeof id !== "string" || host.now() - event.at > OLDEST_NEWS_MILLISECONDS) return;
  // Padded, so that names sort as revisions do: letters queued in one millisecond go out in order.
  const letter = `${id}.${`${revision}`.padStart(9, "0")}`;
  if (await hasLetter(tables, school, letter)) return;
  const events = await eventsOn(host, event, id);
  const kind = letterKind(events);
  const facts = await host.reads.school(school);
  const booking = await host.reads.booking(school, id);
  const hirer = booking && (await host.reads.hirer(booking.hirer));
  if (!kind || !facts || !booking || !hirer) return;
  const dates = lostDates(events);
  const lost = booking.occurrences.filter(({ date }) => dates.has(date));
  const given = { kind, facts, hirer, booking, lost };
  await postman.post(letterOfBooking(host, from, letter, given));
}

/** All that the same command did to the booking. */
async function eventsOn(
  { reads }: PluginHost,
  { school, revision }: LedgerEvent,
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
