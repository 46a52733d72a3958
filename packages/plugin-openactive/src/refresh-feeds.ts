import { addDays, type Instant, localDateOf } from "@neuadd/core";
import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely, Transaction } from "kysely";
import { datasetUrl } from "./dataset-url.ts";
import { type FeedItem, feedItems } from "./feed-items.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";
import type { PriceSource } from "./price-source.ts";
import { readRecord, type SchoolRecord } from "./school-record.ts";
import { slotPrices } from "./slot-prices.ts";
import { slotsToCome } from "./slots-to-come.ts";

export interface RefreshOptions {
  /** How many days from today on the slots reach. */
  readonly daysAhead: number;
  /** Absent: each publication has prices of its own. */
  readonly priceSource?: PriceSource;
}

/**
 * Brings the feeds of a school to what they should hold now. Every record that has changed, has come or has
 * gone gets the next change number of the school, in the transaction that writes it: numbers are given out
 * in the order of commits, so that no reader of a feed can pass one that is still to come. Told twice of the
 * same, it changes nothing. A school that has never published is passed over.
 */
export async function refreshFeeds(
  host: PluginHost,
  tables: Kysely<OpenActiveTables>,
  school: string,
  options: RefreshOptions,
): Promise<void> {
  const now = host.now();
  const record = await readRecord(tables, school);
  if (record === undefined) return;
  // The revision is read before what it stands for: what is read later may only be newer.
  const revision = await host.reads.revision(school);
  if (revision === undefined) return;
  const wanted = record.isPublished ? await wantedItems(host, record, now, options) : [];
  await tables
    .transaction()
    .execute((transaction) => writeChanges(transaction, { record, revision, now, wanted }));
}

async function wantedItems(
  host: PluginHost,
  { school, publication }: SchoolRecord,
  now: Instant,
  { daysAhead, priceSource }: RefreshOptions,
): Promise<FeedItem[]> {
  const facts = await host.reads.school(school);
  if (facts === undefined) return [];
  const today = localDateOf(now, facts.school.zone);
  const spaces = facts.tree.spaces.filter(({ bookable }) => bookable).map(({ id }) => id);
  const until = addDays(today, daysAhead);
  const availability = (await host.reads.availability(school, spaces, today, until)) ?? new Map();
  const published = {
    facts,
    publication,
    datasetUrl: datasetUrl(host, school),
    bookingUrl: publication.bookingUrl ?? host.publicUrl,
  };
  const slots = slotsToCome(published, availability, now);
  const prices = await slotPrices(priceSource, published, slots);
  return feedItems(
    published,
    slots.map((slot, index) => ({ slot, prices: prices[index] ?? [] })),
  );
}

interface Refresh {
  readonly record: SchoolRecord;
  readonly revision: number;
  readonly now: Instant;
  readonly wanted: readonly FeedItem[];
}

async function writeChanges(
  transaction: Transaction<OpenActiveTables>,
  { record, revision, now, wanted }: Refresh,
): Promise<void> {
  const { school, publication, isPublished } = record;
  // Takes the row, so that one refresh of a school writes at a time, unless a newer one has been there,
  // or the school has changed its mind since.
  const row = await transaction
    .updateTable("openactive_schools")
    .set({ revision, computed_at: now })
    .where("school", "=", school)
    .where("publication", "=", JSON.stringify(publication))
    .where("is_published", "=", isPublished ? 1 : 0)
    .where((where) =>
      where.or([
        where("revision", "<", revision),
        where.and([where("revision", "=", revision), where("computed_at", "<=", now)]),
      ]),
    )
    .returning("change_number")
    .executeTakeFirst();
  if (row === undefined) return;
  const changed = await changedItems(transaction, school, wanted);
  if (changed.length === 0) return;
  // Never behind the clock: numbers still grow after the tables were restored from an older copy.
  const last = Math.max(Number(row.change_number), now);
  for (let first = 0; first < changed.length; first += BATCH) {
    await writeItems(
      transaction,
      changed.slice(first, first + BATCH).map(({ feed, item, data }, index) => ({
        school,
        feed,
        item,
        change_number: last + first + index + 1,
        is_deleted: data === null ? 1 : 0,
        data,
        changed_at: now,
      })),
    );
  }
  await transaction
    .updateTable("openactive_schools")
    .set({ change_number: last + changed.length })
    .where("school", "=", school)
    .execute();
}

const BATCH = 200;

interface ChangedItem {
  readonly feed: string;
  readonly item: string;
  readonly data: string | null;
}

async function changedItems(
  transaction: Transaction<OpenActiveTables>,
  school: string,
  wanted: readonly FeedItem[],
): Promise<ChangedItem[]> {
  const rows = await transaction
    .selectFrom("openactive_items")
    .select(["feed", "item", "data"])
    .where("school", "=", school)
    .execute();
  const present = new Map(rows.map((row) => [`${row.feed} ${row.item}`, row]));
  const changed: ChangedItem[] = [];
  for (const { feed, id, data } of wanted) {
    const key = `${feed} ${id}`;
    const text = JSON.stringify(data);
    if (present.get(key)?.data !== text) changed.push({ feed, item: id, data: text });
    present.delete(key);
  }
  for (const { feed, item, data } of present.values()) {
    if (data !== null) changed.push({ feed, item, data: null });
  }
  return changed;
}

async function writeItems(
  transaction: Transaction<OpenActiveTables>,
  rows: readonly OpenActiveTables["openactive_items"][],
): Promise<void> {
  await transaction
    .insertInto("openactive_items")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["school", "feed", "item"]).doUpdateSet((set) => ({
        change_number: set.ref("excluded.change_number"),
        is_deleted: set.ref("excluded.is_deleted"),
        data: set.ref("excluded.data"),
        changed_at: set.ref("excluded.changed_at"),
      })),
    )
    .execute();
}
