import { createHash } from "node:crypto";
import { localDateOf, type Language, type SpaceId } from "@neuadd/core";
import type { BookingFacts, PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import { blockEvents, bookingEvents } from "./booking-events.ts";
import { busyEvents } from "./busy-events.ts";
import type { FeedEvent } from "./feed-event.ts";
import { inOrder } from "./in-order.ts";
import type { FeedLink } from "./link-store.ts";
import { feedSpan, readBlocks, readBookings } from "./read-span.ts";
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
  return calendarOf(host, facts, name, events);
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
  if (hirer !== undefined) {
    return calendarOf(host, facts, name[language], bookingEvents(facts, bookings, language));
  }
  const names = await namesOf(host, bookings);
  const events = inOrder([
    ...bookingEvents(facts, bookings, language, (booking) => names.get(booking.hirer) ?? ""),
    ...blockEvents(facts, await readBlocks(host.reads, id, span), language),
  ]);
  return calendarOf(host, facts, name[language], events);
}

/** A strong tag of a text. */
export function tagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

function calendarOf(
  { publicUrl }: FeedHost,
  { school }: SchoolFacts,
  name: string,
  events: readonly FeedEvent[],
): string {
  return writeCalendar({ name, zone: school.zone, domain: new URL(publicUrl).hostname, events });
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
