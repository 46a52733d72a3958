import type { Bilingual, Instant, LocalDate, SpaceId } from "@neuadd/core";
import type { BlockKind } from "@neuadd/plugin-kit";
import type { Kysely, Selectable } from "kysely";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";
import type { DayPiece, TakenPiece } from "./day-pieces.ts";
import type { EventRefusalCode } from "./event-refusal.ts";
import type { RefusedEvent } from "./read-outside-calendar.ts";

type Tables = Kysely<CalendarFeedTables>;

/** An outside calendar whose events block a space. */
export interface Subscription {
  readonly id: string;
  readonly school: string;
  readonly url: string;
  readonly space: SpaceId;
  readonly kind: BlockKind;
  /** What people are told that the space is taken by. */
  readonly name: Bilingual;
  readonly createdAt: Instant;
  /** When it was last tried; undefined: not yet. */
  readonly refreshedAt: Instant | undefined;
  /** Why the last time failed: then the blocks stayed as they were. */
  readonly fault: string | undefined;
  readonly findings: Findings;
}

/** What of a calendar did not become a block. */
export interface Findings {
  /** How many events can't be read exactly, by reason. */
  readonly refused: Readonly<Partial<Record<EventRefusalCode, number>>>;
  /** The first hundred of them. */
  readonly refusedEvents: readonly RefusedEvent[];
  readonly inTheWay: readonly PieceInTheWay[];
}

/** Time that is taken outside and can't be blocked: bookings or other blocks have it. The school decides. */
export interface PieceInTheWay extends DayPiece {
  readonly bookings: readonly string[];
  readonly blocks: readonly string[];
}

/** A piece with the block that stands for it. */
export interface BlockedPiece extends TakenPiece {
  readonly block: string;
}

export const NO_FINDINGS: Findings = { refused: {}, refusedEvents: [], inTheWay: [] };

export async function addSubscription(tables: Tables, subscription: Subscription): Promise<void> {
  const { id, school, url, space, kind, name, createdAt, findings } = subscription;
  await tables
    .insertInto("calendar_feed_subscriptions")
    .values({
      school,
      subscription: id,
      url,
      space,
      kind,
      name_cy: name.cy,
      name_en: name.en,
      created_at: createdAt,
      refreshed_at: null,
      fault: null,
      findings: JSON.stringify(findings),
    })
    .execute();
}

/** Those of a school, or of all schools, the oldest first. */
export async function readSubscriptions(tables: Tables, school?: string): Promise<Subscription[]> {
  let query = tables.selectFrom("calendar_feed_subscriptions").selectAll();
  if (school !== undefined) query = query.where("school", "=", school);
  const rows = await query.orderBy("created_at").orderBy("subscription").execute();
  return rows.map(subscriptionOf);
}

/** How many each school has; one without any is left out. */
export async function countSubscriptions(tables: Tables): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom("calendar_feed_subscriptions")
    .select((select) => ["school", select.fn.countAll<number | string>().as("count")])
    .groupBy("school")
    .execute();
  return new Map(rows.map(({ school, count }) => [school, Number(count)]));
}

export async function readSubscription(
  tables: Tables,
  school: string,
  id: string,
): Promise<Subscription | undefined> {
  const row = await tables
    .selectFrom("calendar_feed_subscriptions")
    .selectAll()
    .where("school", "=", school)
    .where("subscription", "=", id)
    .executeTakeFirst();
  return row && subscriptionOf(row);
}

/** Notes how a refresh went. */
export async function noteRefresh(
  tables: Tables,
  { school, id }: Pick<Subscription, "school" | "id">,
  outcome: Pick<Subscription, "fault"> & {
    readonly at: Instant;
    readonly findings?: Findings;
  },
): Promise<void> {
  const { at, fault, findings } = outcome;
  await tables
    .updateTable("calendar_feed_subscriptions")
    .set({
      refreshed_at: at,
      fault: fault ?? null,
      ...(findings && { findings: JSON.stringify(findings) }),
    })
    .where("school", "=", school)
    .where("subscription", "=", id)
    .execute();
}

export async function removeSubscription(
  tables: Tables,
  school: string,
  id: string,
): Promise<void> {
  await tables
    .deleteFrom("calendar_feed_subscriptions")
    .where("school", "=", school)
    .where("subscription", "=", id)
    .execute();
}

/** What is blocked for a subscription from a date on. */
export async function readBlockedPieces(
  tables: Tables,
  { school, id }: Pick<Subscription, "school" | "id">,
  from: LocalDate,
): Promise<BlockedPiece[]> {
  const rows = await tables
    .selectFrom("calendar_feed_blocks")
    .selectAll()
    .where("school", "=", school)
    .where("subscription", "=", id)
    .where("date", ">=", from)
    .orderBy("date")
    .orderBy("start_time")
    .execute();
  return rows.map(({ date, start_time, end_time, block, events }) => ({
    date,
    startTime: start_time,
    endTime: end_time,
    block,
    events: events === null ? undefined : (JSON.parse(events) as readonly string[]),
  }));
}

export async function noteBlock(
  tables: Tables,
  { school, id }: Pick<Subscription, "school" | "id">,
  { date, startTime, endTime, block, events }: BlockedPiece,
): Promise<void> {
  const stands = { block, events: events === undefined ? null : JSON.stringify(events) };
  await tables
    .insertInto("calendar_feed_blocks")
    .values({ school, subscription: id, date, start_time: startTime, end_time: endTime, ...stands })
    .onConflict((conflict) =>
      conflict
        .columns(["school", "subscription", "date", "start_time", "end_time"])
        .doUpdateSet(stands),
    )
    .execute();
}

export async function forgetBlock(tables: Tables, school: string, block: string): Promise<void> {
  await tables
    .deleteFrom("calendar_feed_blocks")
    .where("school", "=", school)
    .where("block", "=", block)
    .execute();
}

/** Forgets the days before a date: what was blocked then stays in the ledger. */
export async function forgetDaysBefore(
  tables: Tables,
  { school, id }: Pick<Subscription, "school" | "id">,
  date: LocalDate,
): Promise<void> {
  await tables
    .deleteFrom("calendar_feed_blocks")
    .where("school", "=", school)
    .where("subscription", "=", id)
    .where("date", "<", date)
    .execute();
}

/** Whether a block stands for a subscription of the school. */
export async function isNoted(tables: Tables, school: string, block: string): Promise<boolean> {
  const row = await tables
    .selectFrom("calendar_feed_blocks")
    .select("block")
    .where("school", "=", school)
    .where("block", "=", block)
    .executeTakeFirst();
  return row !== undefined;
}

function subscriptionOf(
  row: Selectable<CalendarFeedTables["calendar_feed_subscriptions"]>,
): Subscription {
  return {
    id: row.subscription,
    school: row.school,
    url: row.url,
    space: row.space,
    // These columns are text that only this package writes.
    kind: row.kind as BlockKind,
    name: { cy: row.name_cy, en: row.name_en },
    createdAt: row.created_at,
    refreshedAt: row.refreshed_at ?? undefined,
    fault: row.fault ?? undefined,
    findings: { ...NO_FINDINGS, ...(JSON.parse(row.findings) as Findings) },
  };
}
