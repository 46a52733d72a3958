import { localDateOf } from "@neuadd/core";
import type { BookingFacts, LedgerEvent, Listeners, SchoolFacts } from "@neuadd/plugin-kit";
import type { Release, ReleaseReason } from "./account.ts";
import { agreePrice } from "./agree-price.ts";
import { chargedShare } from "./cancellation-terms.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import { isCharged } from "./sessions-of.ts";
import { addReleases, readQuotes, readReleases } from "./tariff-store.ts";
import type { TariffsContext } from "./tariffs-context.ts";

/**
 * Kind 4, listeners: a price is agreed at approval and again after a change; dates that fall away are
 * released. Each row names the revision it comes from, so that an entry that comes twice adds nothing.
 */
export function followBookings(context: TariffsContext): Listeners {
  const released = (event: LedgerEvent) => releaseDates(context, event);
  return {
    "booking.approved": (event) => agree(context, event),
    "booking.amended": async (event) => {
      await releaseDates(context, event);
      await agree(context, event);
    },
    "booking.cancelled": released,
    "occurrence.cancelled": released,
    "occurrence.displaced": released,
  };
}

async function agree(context: TariffsContext, event: LedgerEvent): Promise<void> {
  const read = await readAll(context, event);
  if (read === undefined || read.booking.status === "requested") return;
  const dates = event.data["dates"];
  const { revision, at } = event;
  await agreePrice(context, read.facts, read.booking, {
    revision,
    at,
    ...(Array.isArray(dates) && { dates: dates.map(String) }),
  });
}

async function releaseDates(context: TariffsContext, event: LedgerEvent): Promise<void> {
  const read = await readAll(context, event);
  if (read === undefined) return;
  const { booking, facts } = read;
  const [quote] = await readQuotes(context.tables, event.school, booking.id);
  if (quote === undefined) return;
  const known = await readReleases(context.tables, event.school, booking.id);
  const releases = releasesOf(event, booking, {
    quote,
    zone: facts.school.zone,
    known: known.filter(({ revision }) => revision < event.revision),
  });
  await addReleases(context.tables, event.school, booking.id, releases);
}

interface ReleaseFacts {
  readonly quote: FrozenQuote;
  readonly zone: string;
  /** Releases of before. */
  readonly known: readonly Release[];
}

/** What an entry releases: dates that don't take place any more, and dates of before that do again. */
function releasesOf(
  event: LedgerEvent,
  booking: BookingFacts,
  { quote, zone, known }: ReleaseFacts,
): Release[] {
  const { revision, at, type } = event;
  const reason = reasonOf(event);
  const latest = new Map(known.map((release) => [release.about, release]));
  const named = namedDates(event);
  const moved = changedDates(event, (change) => Reflect.has(change, "after"));
  const today = localDateOf(at, zone);
  const releases = booking.occurrences.flatMap(({ date, status }): Release[] => {
    const before = latest.get(date);
    const isReleased = before !== undefined && before.reason !== "takenBack";
    const isPriced = quote.places.some((place) => place.date === date);
    if (!isPriced || !named.has(date)) return [];
    if (isCharged(status)) {
      if (!isReleased) return [];
      return [{ about: date, revision, sharePercent: 100, reason: "takenBack", at }];
    }
    // A date that was displaced and is then cancelled stays free of charge: the school took it.
    if (isReleased) return [];
    if (moved.has(date)) return [{ about: date, revision, sharePercent: 0, reason: "moved", at }];
    const isHirers = reason === "cancelledByHirer";
    const sharePercent = isHirers ? chargedShare(quote.cancellation, today, date) : 0;
    return [{ about: date, revision, sharePercent, reason, at }];
  });
  if (type !== "booking.cancelled") return releases;
  const isFreed = (kind: string) => kind === "deposit" || reason === "cancelledBySchool";
  const whole = quote.lines
    .filter(({ date, kind }) => date === undefined && isFreed(kind))
    .map(({ key, kind }): Release => ({
      about: key,
      revision,
      sharePercent: 0,
      reason: kind === "deposit" ? "depositReturned" : reason,
      at,
    }));
  return [...releases, ...whole];
}

/** The dates that an entry is about: others may have changed since, by another entry that is still to come. */
function namedDates(event: LedgerEvent): Set<unknown> {
  const { data } = event;
  if (event.type === "booking.amended") return changedDates(event, () => true);
  return new Set<unknown>(Array.isArray(data["dates"]) ? data["dates"] : [data["date"]]);
}

/** The dates that an amendment took or moved, as they were before it. */
function changedDates({ data }: LedgerEvent, isWanted: (change: object) => boolean): Set<unknown> {
  const changes: readonly unknown[] = Array.isArray(data["changes"]) ? data["changes"] : [];
  return new Set(
    changes
      .map((change): object => Object(change) as object)
      .filter(isWanted)
      .flatMap((change): unknown[] => ["before", "after"].map((end) => Reflect.get(change, end))),
  );
}

function reasonOf({ type, data }: LedgerEvent): ReleaseReason {
  if (type === "occurrence.displaced") return "displaced";
  return data["by"] === "school" ? "cancelledBySchool" : "cancelledByHirer";
}

async function readAll(
  { host }: TariffsContext,
  { school, data }: LedgerEvent,
): Promise<{ readonly booking: BookingFacts; readonly facts: SchoolFacts } | undefined> {
  const booking = await host.reads.booking(school, String(data["booking"]));
  const facts = await host.reads.school(school);
  return booking && facts ? { booking, facts } : undefined;
}
