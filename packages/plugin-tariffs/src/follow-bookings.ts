import type { BookingFacts, LedgerEvent, Listeners, SchoolFacts } from "@neuadd/plugin-kit";
import { agreePrice } from "./agree-price.ts";
import { releasesOf, takenDates } from "./releases-of.ts";
import { addReleases, readQuotes, readReleases } from "./tariff-store.ts";
import type { TariffsContext } from "./tariffs-context.ts";

/**
 * Kind 4, listeners: a price is agreed at approval and again after a change; dates that fall away are
 * released. Each row names the revision it comes from, so that an entry that comes twice adds nothing.
 */
export function followBookings(context: TariffsContext): Listeners {
  const released = (event: LedgerEvent) => releaseDates(context, event);
  return {
    "booking.approved": (event) => agree(context, event, datesOf(event)),
    "booking.amended": async (event) => {
      // A request may change too: its price is agreed at its approval, and no sooner for being heard of late.
      if ((await agreedFor(context, event)) === undefined) return;
      await releaseDates(context, event);
      await agree(context, event, takenDates(event));
    },
    "booking.cancelled": released,
    "occurrence.cancelled": released,
    "occurrence.displaced": released,
  };
}

async function agree(
  context: TariffsContext,
  event: LedgerEvent,
  dates: readonly string[],
): Promise<void> {
  const { revision, at } = event;
  const read = await readAll(context, event);
  if (read !== undefined) {
    await agreePrice(context, read.facts, read.booking, { revision, at, dates });
  }
}

async function releaseDates(context: TariffsContext, event: LedgerEvent): Promise<void> {
  const { tables, host } = context;
  const quote = await agreedFor(context, event);
  const facts = await host.reads.school(event.school);
  if (quote === undefined || facts === undefined) return;
  const known = await readReleases(tables, event.school, quote.booking);
  const releases = releasesOf(event, {
    quote,
    zone: facts.school.zone,
    known: known.filter(({ revision }) => revision <= event.revision),
  });
  await addReleases(tables, event.school, quote.booking, releases);
}

async function agreedFor({ tables }: TariffsContext, { school, data }: LedgerEvent) {
  const [quote] = await readQuotes(tables, school, String(data["booking"]));
  return quote;
}

function datesOf({ data }: LedgerEvent): string[] {
  return Array.isArray(data["dates"]) ? data["dates"].map(String) : [];
}

async function readAll(
  { host }: TariffsContext,
  { school, data }: LedgerEvent,
): Promise<{ readonly booking: BookingFacts; readonly facts: SchoolFacts } | undefined> {
  const booking = await host.reads.booking(school, String(data["booking"]));
  const facts = await host.reads.school(school);
  return booking && facts ? { booking, facts } : undefined;
}
