import {
  addDays,
  claimsOf,
  type Interval,
  isLive,
  overlaps,
  subtractIntervals,
  type ZoneId,
} from "@neuadd/core";
import type { BlockFacts, BlockOutcome, PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";
import { readBlocks } from "../feed/read-span.ts";
import { intervalOf, localPieces, type TakenPiece } from "./day-pieces.ts";
import { isNoted, noteBlock, type PieceInTheWay, type Subscription } from "./subscription-store.ts";

export interface BlockingParts {
  readonly host: PluginHost;
  readonly tables: Kysely<CalendarFeedTables>;
}

type Refused = Exclude<BlockOutcome, { readonly block: BlockFacts }>;

/** Blocks a piece, or what is left of it around bookings and other blocks; answers with what these have. */
export async function blockPiece(
  parts: BlockingParts,
  subscription: Subscription,
  facts: SchoolFacts,
  piece: TakenPiece,
): Promise<PieceInTheWay[]> {
  const { zone } = facts.school;
  const outcome = await tryBlock(parts, subscription, piece, zone);
  if (outcome === undefined) return [];
  const { held, own } = await readHeld(parts, subscription, facts, piece, outcome);
  const whole = intervalOf(piece, zone);
  const free = subtractIntervals([whole], [...held, ...own]);
  const taken = subtractIntervals([whole], [...free, ...own]);
  const inTheWay: PieceInTheWay[] = [];
  for (const part of [...free, ...taken]) {
    for (const one of localPieces(part, zone)) {
      const isWhole = one.startTime === piece.startTime && one.endTime === piece.endTime;
      const again = isWhole
        ? outcome
        : await tryBlock(parts, subscription, { ...one, events: piece.events }, zone);
      if (again === undefined) continue;
      const bookings = [...new Set(again.bookings.map(({ booking }) => booking))];
      inTheWay.push({ ...one, bookings, blocks: again.blocks });
    }
  }
  return inTheWay.toSorted((one, other) => (one.startTime < other.startTime ? -1 : 1));
}

/** Blocks a piece and notes it. What is over by now needs no block. Answers with what has its time, if anything. */
async function tryBlock(
  { host, tables }: BlockingParts,
  subscription: Subscription,
  piece: TakenPiece,
  zone: ZoneId,
): Promise<Refused | undefined> {
  const { school, space, kind, name } = subscription;
  const { date, startTime, endTime } = piece;
  if (intervalOf(piece, zone).end <= host.now()) return undefined;
  const request = { space, kind, reason: name, first: date, startTime, endTime };
  const outcome = await host.commands.block(school, request);
  if (outcome.block === undefined) return outcome;
  await noteBlock(tables, subscription, { ...piece, block: outcome.block.id });
  return undefined;
}

/** When the space is held by what is in the way of a piece; and by blocks that are the subscription's own. */
async function readHeld(
  { host, tables }: BlockingParts,
  subscription: Subscription,
  { school, tree }: SchoolFacts,
  piece: TakenPiece,
  outcome: Refused,
): Promise<{ readonly held: readonly Interval[]; readonly own: readonly Interval[] }> {
  const { space } = subscription;
  const whole = intervalOf(piece, school.zone);
  const leaves = new Set(tree.leaves.get(space));
  const held: Interval[] = [];
  for (const { booking: id, date } of outcome.bookings) {
    const booking = await host.reads.booking(school.id, id);
    const occurrence = booking?.occurrences.find((one) => one.date === date && isLive(one.status));
    const claims = occurrence ? claimsOf(occurrence, tree, id, "booking") : [];
    held.push(...claims.filter(({ leaf, ...time }) => leaves.has(leaf) && overlaps(time, whole)));
  }
  const own: Interval[] = [];
  const span = { from: piece.date, to: addDays(piece.date, 1) };
  const blocks = outcome.blocks.length === 0 ? [] : await readBlocks(host.reads, school.id, span);
  for (const block of blocks.filter(({ id }) => outcome.blocks.includes(id))) {
    const times = block.dates.filter((time) => overlaps(time, whole));
    const [time, ...more] = times;
    if (time && more.length === 0 && (await isUnnoted(tables, subscription, block, host.id))) {
      const { date, startTime, endTime } = time;
      const { events } = piece;
      await noteBlock(tables, subscription, { date, startTime, endTime, events, block: block.id });
      own.push(time);
    } else {
      held.push(...times);
    }
  }
  return { held, own };
}

/** Whether a refresh made a block and, because the process ended just then, did not note it. */
async function isUnnoted(
  tables: BlockingParts["tables"],
  { school, space, name }: Subscription,
  block: BlockFacts,
  plugin: string,
): Promise<boolean> {
  const isOwn =
    block.createdBy === `plugin:${plugin}` &&
    block.space === space &&
    block.dates.length === 1 &&
    block.reason?.cy === name.cy &&
    block.reason.en === name.en;
  return isOwn && !(await isNoted(tables, school, block.id));
}
