import { addDays, localDateOf, toLocal } from "@neuadd/core";
import { OutwardFault, type PluginHost, type SchoolFacts } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";
import { type DayPiece, dayPieces } from "./day-pieces.ts";
import { FileRefusal } from "./event-refusal.ts";
import { type OutsideCalendar, readOutsideCalendar } from "./read-outside-calendar.ts";
import {
  type BlockedPiece,
  forgetBlock,
  forgetDaysBefore,
  isNoted,
  noteBlock,
  noteRefresh,
  type PieceInTheWay,
  readBlockedPieces,
  type Subscription,
} from "./subscription-store.ts";

export interface RefreshParts {
  readonly host: PluginHost;
  readonly tables: Kysely<CalendarFeedTables>;
  readonly allowAddresses: readonly string[];
}

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 400;
const MOST_BLOCKS = 1_000;
const LARGEST_FILE_BYTES = 2 * 1024 * 1024;

/**
 * Reads a subscription's calendar and makes the blocks of its space agree with it: blocks what is new, gives back what is
 * gone, displaces nothing. Where the calendar can't be had or read, everything stays as it was.
 */
export async function refreshSubscription(
  parts: RefreshParts,
  subscription: Subscription,
): Promise<void> {
  const { host, tables } = parts;
  const facts = await host.reads.school(subscription.school);
  if (facts === undefined) return;
  const now = host.now();
  const { zone } = facts.school;
  try {
    const calendar = await fetchCalendar(parts, subscription, facts);
    const pieces = dayPieces(calendar.taken, zone, now);
    if (pieces.length > MOST_BLOCKS) throw new FileRefusal("TOO_MANY_DATES");
    const inTheWay = await agree(parts, subscription, facts, pieces);
    const findings = { refused: calendar.refused, inTheWay };
    await noteRefresh(tables, subscription, { at: now, fault: undefined, findings });
  } catch (error) {
    if (!(error instanceof FileRefusal || error instanceof OutwardFault)) throw error;
    const { school, id } = subscription;
    host.logger.warn({ school, subscription: id, code: error.code }, "A calendar was not taken in");
    await noteRefresh(tables, subscription, { at: now, fault: error.code });
  }
}

/** Gives back everything that is blocked for a subscription and not yet over. */
export async function releaseSubscription(
  { host, tables }: RefreshParts,
  subscription: Subscription,
  { school }: SchoolFacts,
): Promise<void> {
  const today = localDateOf(host.now(), school.zone);
  for (const { block } of await readBlockedPieces(tables, subscription, today)) {
    await host.commands.unblock(school.id, block);
    await forgetBlock(tables, school.id, block);
  }
  await forgetDaysBefore(tables, subscription, today);
}

async function fetchCalendar(
  { host, allowAddresses }: RefreshParts,
  { url }: Subscription,
  { school }: SchoolFacts,
): Promise<OutsideCalendar> {
  const { status, body } = await host.callOut({
    url,
    headers: { accept: "text/calendar", "user-agent": "neuadd-calendar-feed" },
    maximumBytes: LARGEST_FILE_BYTES,
    allowAddresses,
  });
  if (status !== 200) throw new OutwardFault("CONNECTION_FAILED", `It answered ${status}.`);
  const now = host.now();
  return readOutsideCalendar(new TextDecoder().decode(body), {
    zone: school.zone,
    from: now,
    horizon: now + DAYS_AHEAD * DAY_MS,
  });
}

async function agree(
  parts: RefreshParts,
  subscription: Subscription,
  { school }: SchoolFacts,
  pieces: readonly DayPiece[],
): Promise<PieceInTheWay[]> {
  const { host, tables } = parts;
  const today = localDateOf(host.now(), school.zone);
  await forgetDaysBefore(tables, subscription, today);
  const wanted = new Map(pieces.map((piece) => [nameOf(piece), piece]));
  for (const standing of await readBlockedPieces(tables, subscription, today)) {
    if (wanted.delete(nameOf(standing))) continue;
    // What is over by now is not looked for in the calendar any more, and stays in the ledger as it was.
    if (standing.date === today && standing.endTime <= toLocal(host.now(), school.zone).time)
      continue;
    await host.commands.unblock(school.id, standing.block);
    await forgetBlock(tables, school.id, standing.block);
  }
  const inTheWay: PieceInTheWay[] = [];
  for (const piece of wanted.values()) {
    const found = await blockPiece(parts, subscription, piece);
    if (found) inTheWay.push(found);
  }
  return inTheWay;
}

/** Blocks one piece, or says what has its time. */
async function blockPiece(
  { host, tables }: RefreshParts,
  subscription: Subscription,
  piece: DayPiece,
): Promise<PieceInTheWay | undefined> {
  const { school, space, kind, name } = subscription;
  const { date, startTime, endTime } = piece;
  const request = { space, kind, reason: name, first: date, startTime, endTime };
  const outcome = await host.commands.block(school, request);
  if (outcome.block !== undefined) {
    await noteBlock(tables, subscription, { ...piece, block: outcome.block.id });
    return undefined;
  }
  const own = await ownUnnoted(host, tables, subscription, piece, outcome.blocks);
  if (own !== undefined && outcome.bookings.length === 0) {
    await noteBlock(tables, subscription, own);
    return undefined;
  }
  const bookings = [...new Set(outcome.bookings.map(({ booking }) => booking))];
  return { ...piece, bookings, blocks: outcome.blocks };
}

/** A block that a refresh made and, because the process ended just then, did not note. */
async function ownUnnoted(
  host: PluginHost,
  tables: Kysely<CalendarFeedTables>,
  { school, space }: Subscription,
  piece: DayPiece,
  ids: readonly string[],
): Promise<BlockedPiece | undefined> {
  const [id] = ids;
  if (id === undefined || ids.length > 1 || (await isNoted(tables, school, id))) return undefined;
  const span = { from: piece.date, to: addDays(piece.date, 1) };
  const { items } = await host.reads.blocks(school, span);
  const block = items.find((one) => one.id === id);
  const [date] = block?.dates ?? [];
  const isSame =
    block?.createdBy === `plugin:${host.id}` &&
    block.space === space &&
    date?.startTime === piece.startTime &&
    date.endTime === piece.endTime;
  return isSame ? { ...piece, block: id } : undefined;
}

function nameOf({ date, startTime, endTime }: DayPiece): string {
  return `${date} ${startTime} ${endTime}`;
}
