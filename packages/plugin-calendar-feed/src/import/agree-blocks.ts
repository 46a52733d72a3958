import {
  type Interval,
  type LocalDate,
  subtractIntervals,
  toLocal,
  type ZoneId,
} from "@neuadd/core";
import type { SchoolFacts } from "@neuadd/plugin-kit";
import { type BlockingParts, blockPiece } from "./block-piece.ts";
import { intervalOf, localPieces, type TakenPiece } from "./day-pieces.ts";
import { eventsNoted } from "./events-noted.ts";
import type { RefusedEvent } from "./read-outside-calendar.ts";
import {
  type BlockedPiece,
  forgetBlock,
  forgetDaysBefore,
  noteBlock,
  type PieceInTheWay,
  readBlockedPieces,
  type Subscription,
} from "./subscription-store.ts";

/** What a calendar says: what it takes, and which of its events can't be read exactly. */
export interface WantedTime {
  readonly pieces: readonly TakenPiece[];
  readonly refused: readonly RefusedEvent[];
}

/**
 * Gives back the blocks of a subscription that its calendar takes no more, and blocks what it takes and is not blocked.
 * What stands for an event that can't be read exactly any more is kept. Answers with what could not be blocked.
 */
export async function agreeBlocks(
  { host, tables }: BlockingParts,
  subscription: Subscription,
  facts: SchoolFacts,
  { pieces, refused }: WantedTime,
): Promise<PieceInTheWay[]> {
  const { id: school, zone } = facts.school;
  const { date: today, time } = toLocal(host.now(), zone);
  await forgetDaysBefore(tables, subscription, today);
  const covered = new Map<LocalDate, Interval[]>();
  const unread = new Set(refused.map(({ event }) => event));
  for (const standing of await readBlockedPieces(tables, subscription, today)) {
    // What is over by now is not looked for in the calendar any more, and stays in the ledger as it was.
    if (standing.date === today && standing.endTime <= time) continue;
    const ofDay = pieces.filter(({ date }) => date === standing.date);
    const isUnread = standing.events?.some((event) => unread.has(event)) ?? unread.size > 0;
    if (!isUnread && !isWithin(standing, ofDay, zone)) {
      await host.commands.unblock(school, standing.block);
      await forgetBlock(tables, school, standing.block);
      continue;
    }
    covered.set(standing.date, [...(covered.get(standing.date) ?? []), intervalOf(standing, zone)]);
    const events = eventsOf(standing, ofDay, unread, zone);
    if (events?.join("\n") !== standing.events?.join("\n")) {
      await noteBlock(tables, subscription, { ...standing, events });
    }
  }
  const inTheWay: PieceInTheWay[] = [];
  for (const piece of pieces) {
    for (const rest of restOf(piece, covered.get(piece.date) ?? [], zone)) {
      const found = await blockPiece({ host, tables }, subscription, facts, rest);
      for (const one of found) inTheWay.push(one);
    }
  }
  return inTheWay;
}

function isWithin(standing: BlockedPiece, wanted: readonly TakenPiece[], zone: ZoneId): boolean {
  const times = wanted.map((piece) => intervalOf(piece, zone));
  return subtractIntervals([intervalOf(standing, zone)], times).length === 0;
}

/** What a block that stays stands for from now on: who takes its time, and whoever had it and can't be read. */
function eventsOf(
  standing: BlockedPiece,
  wanted: readonly TakenPiece[],
  unread: ReadonlySet<string>,
  zone: ZoneId,
): readonly string[] | undefined {
  const own = intervalOf(standing, zone);
  const takers = wanted.filter((piece) => {
    const { start, end } = intervalOf(piece, zone);
    return start < own.end && own.start < end;
  });
  const lists = takers.map(({ events }) => events);
  const kept = standing.events?.filter((event) => unread.has(event));
  if (standing.events === undefined && unread.size > 0) return undefined;
  if (lists.includes(undefined)) return undefined;
  return eventsNoted([...(kept ?? []), ...lists.flatMap((events) => events ?? [])]);
}

/** What of a piece is not blocked yet. */
function restOf(piece: TakenPiece, covered: readonly Interval[], zone: ZoneId): TakenPiece[] {
  const rest = subtractIntervals([intervalOf(piece, zone)], covered);
  return rest
    .flatMap((interval) => localPieces(interval, zone))
    .map((one) => ({ ...one, events: piece.events }));
}
