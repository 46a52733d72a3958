import { createHash } from "node:crypto";
import { localDateOf, type Language, type SpaceId, toInstant } from "@neuadd/core";
import type { BookingFacts, PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import type { BookingSeries } from "@neuadd/plugin-kit/icalendar";
import { blockEvents, seriesOf } from "./booking-events.ts";
import { busyEvents } from "./busy-events.ts";
import { type FeedEvent, feedEventLines } from "./feed-event.ts";
import type { FeedLink } from "./link-store.ts";
import { feedSpan, type FeedSpan, readBlocks, readBookings } from "./read-span.ts";
import { writeCalendar } from "./write-calendar.ts";

type FeedHost = Pick<PluginHost, "reads" | "now" | "publicUrl">;

/** When a space of a school can't be had. */
export async function busyFeed(
  host: FeedHost,
  facts: SchoolFacts,
  space: SpaceId,
  language: Language,
): Promise<string> {
  const { id, zone } = facts.school;
  const span = feedSpan(localDateOf(host.now(), zone));
  const bookings = await readBookings(host.reads, id, span);
  const blocks = await readBlocks(host.reads, id, span);
  const events = busyEvents(facts, space, { bookings, blocks }, language);
  const name = `${facts.tree.byId.get(space)?.name[language] ?? space}, ${facts.school.name[language]}`;
  return calendarOf(facts, name, span, { events: linesOf(host, facts, events) });
}

/**
 * The tag of a busy feed, without making it: it changes with the ledger, and with the day, since the span moves on.
 */
export function busyTag(host: FeedHost, { school, revision }: SchoolFacts, language: Language) {
  return `"${revision}-${localDateOf(host.now(), school.zone)}-${language}"`;
}

/** What a link leads to: everything of a school, or the bookings of one hirer there. */
export async function linkedFeed(
  host: FeedHost,
  facts: SchoolFacts,
  { hirer, language }: FeedLink,
): Promise<string> {
  const { id, zone, name } = facts.school;
  const span = feedSpan(localDateOf(host.now(), zone));
  const bookings = await readBookings(host.reads, id, span, hirer);
  const setting = { language, domain: domainOf(host) };
  if (hirer !== undefined) {
    const series = seriesOf(facts, bookings, setting);
    return calendarOf(facts, name[language], span, { series });
  }
  const names = await namesOf(host, bookings);
  const blocks = blockEvents(facts, await readBlocks(host.reads, id, span), language);
  return calendarOf(facts, name[language], span, {
    series: seriesOf(facts, bookings, setting, (booking) => names.get(booking.hirer) ?? ""),
    events: linesOf(host, facts, blocks),
  });
}

/** A strong tag of a text. */
export function tagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

function calendarOf(
  { school: { zone } }: SchoolFacts,
  name: string,
  span: FeedSpan,
  parts: { readonly series?: readonly BookingSeries[]; readonly events?: readonly string[] },
): string {
  const { series = [], events = [] } = parts;
  // A booking that touches the span may have begun long before it.
  const from = Math.min(toInstant(span.from, "00:00", zone), ...series.map((one) => one.from));
  return writeCalendar({
    name,
    zone,
    from,
    to: toInstant(span.to, "00:00", zone),
    events: [...series.flatMap(({ lines }) => lines), ...events],
  });
}

function linesOf(host: FeedHost, { school }: SchoolFacts, events: readonly FeedEvent[]): string[] {
  return events.flatMap((event) => feedEventLines(event, school.zone, domainOf(host)));
}

/** What stands after the @ of each UID. */
function domainOf({ publicUrl }: FeedHost): string {
  return new URL(publicUrl).hostname;
}

async function namesOf(
  { reads }: FeedHost,
  bookings: readonly BookingFacts[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(bookings.map(({ hirer }) => hirer))) {
    const hirer = await reads.hirer(id);
    if (hirer) names.set(id, hirer.name);
  }
  return names;
}
