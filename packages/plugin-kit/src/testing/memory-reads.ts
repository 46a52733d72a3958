import { spacesAvailability, toInstant, type Hirer, type LocalDate } from "@neuadd/core";
import type { BlockFacts } from "../block-facts.ts";
import type { BookingFacts, BookingsWanted } from "../booking-facts.ts";
import type { FactsPage, PageWanted } from "../facts-page.ts";
import type { PluginReads } from "../plugin-reads.ts";
import type { MemoryLedger } from "./memory-ledger.ts";

/** The reads of a host on ledgers in memory. What they answer is a copy. */
export function memoryReads(
  ledgers: ReadonlyMap<string, MemoryLedger>,
  hirers: ReadonlyMap<string, Hirer>,
): PluginReads {
  return {
    schools: async () => [...ledgers.keys()].toSorted(),
    listSchools: async () =>
      [...ledgers.values()]
        .map((ledger) => structuredClone(ledger.facts().school))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    school: async (id) => ledgers.get(id)?.facts(),
    revision: async (school) => ledgers.get(school)?.revision,
    async events(school, afterRevision, limit = 100) {
      const later = (ledgers.get(school)?.events ?? []).filter(
        ({ revision }) => revision > afterRevision,
      );
      const last = later[Math.min(limit, later.length) - 1]?.revision ?? 0;
      return structuredClone(later.filter(({ revision }) => revision <= last));
    },
    booking: async (school, id) => structuredClone(ledgers.get(school)?.bookings.get(id)),
    bookings: async (school, wanted = {}, page = {}) =>
      pageOf(bookingsOf(ledgers.get(school), wanted), page),
    blocks: async (school, span = {}, page = {}) =>
      pageOf(blocksOf(ledgers.get(school), span), page),
    hirer: async (id) => structuredClone(hirers.get(id)),
    async hirers(school, page = {}) {
      const known = new Set(
        [...(ledgers.get(school)?.bookings.values() ?? [])].map((one) => one.hirer),
      );
      return pageOf(
        [...hirers.values()].filter(({ id }) => known.has(id)),
        page,
      );
    },
    async availability(school, spaces, from, to) {
      const ledger = ledgers.get(school);
      if (ledger === undefined) return undefined;
      const { tree, calendar, school: about } = ledger.facts();
      const facts = { tree, calendar, zone: about.zone, claims: ledger.claims() };
      return spacesAvailability(facts, spaces, from, to);
    },
  };
}

function bookingsOf(
  ledger: MemoryLedger | undefined,
  { hirer, status, space, from, to }: BookingsWanted,
): BookingFacts[] {
  return [...(ledger?.bookings.values() ?? [])]
    .filter(
      (booking) =>
        (hirer === undefined || booking.hirer === hirer) &&
        (status === undefined || booking.status === status) &&
        (space === undefined || booking.request.space === space) &&
        isWithin(ledger, booking.occurrences, from, to),
    )
    .toReversed();
}

function blocksOf(
  ledger: MemoryLedger | undefined,
  { from, to }: { readonly from?: LocalDate; readonly to?: LocalDate },
): BlockFacts[] {
  return [...(ledger?.blocks.values() ?? [])]
    .filter(({ removedAt, dates }) => removedAt === undefined && isWithin(ledger, dates, from, to))
    .toReversed();
}

function isWithin(
  ledger: MemoryLedger | undefined,
  dates: readonly { readonly start: number; readonly end: number }[],
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): boolean {
  const zone = ledger?.facts().school.zone ?? "UTC";
  const start = Math.min(...dates.map((one) => one.start));
  const end = Math.max(...dates.map((one) => one.end));
  return (
    (from === undefined || end > toInstant(from, "00:00", zone)) &&
    (to === undefined || start < toInstant(to, "00:00", zone))
  );
}

function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  { after, limit = 100 }: PageWanted,
): FactsPage<Item> {
  const first = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const page = items.slice(first, first + limit);
  const last = page.at(-1);
  const hasMore = first + limit < items.length && last !== undefined;
  return { items: structuredClone(page), ...(hasMore && { next: last.id }) };
}
