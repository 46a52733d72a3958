import { z } from "@hono/zod-openapi";
import { toRfc3339 } from "@neuadd/core";
import {
  BLOCK_KINDS,
  type BlockedDate,
  type BlockInTheWay,
  type BlockPreview,
  type BlockRecord,
  type DisplacedOccurrence,
} from "../../ledger/block-record.ts";
import { oneOf, WireDate, WireInstant, WireName, WireRevision, WireZone } from "./wire-parts.ts";
import { placementFields, wirePlacement } from "./wire-placement.ts";
import type { Wording } from "./wording.ts";

const WireBlockedDate = z
  .object({ date: WireDate, ...placementFields })
  .openapi("BlockedDate", { description: "One day of a block." });

const WireDisplaced = z
  .object({
    booking: z.string(),
    hirer: z.string(),
    title: z.string(),
    date: WireDate,
    ...placementFields,
    status: oneOf(["requested", "confirmed"]),
  })
  .openapi("DisplacedOccurrence", {
    description: "A live date of a booking, in the way of a block.",
  });

const WireBlockInTheWay = z
  .object({
    block: z.string(),
    kind: oneOf(BLOCK_KINDS),
    reason: WireName.exactOptional(),
    date: WireDate,
    ...placementFields,
  })
  .openapi("BlockInTheWay", { description: "A day of a block in the way of another one." });

export const WireBlockPreview = z
  .object({
    dates: z.array(WireBlockedDate),
    displaces: z.array(WireDisplaced),
    overlaps: z.array(z.string()).openapi({
      description: "Ids of blocks in the way, which can't be displaced.",
    }),
    blocksInTheWay: z.array(WireBlockInTheWay).openapi({
      description: "What these are called, and when they are.",
    }),
  })
  .openapi("BlockPreview", { description: "What a block would do." });
export type WireBlockPreview = z.output<typeof WireBlockPreview>;

export const WireBlock = z
  .object({
    id: z.string(),
    space: z.string(),
    kind: oneOf(BLOCK_KINDS),
    reason: WireName.exactOptional(),
    dates: z.array(WireBlockedDate),
    displaced: z.array(WireDisplaced),
    createdAt: WireInstant,
    removedAt: WireInstant.exactOptional(),
    revision: WireRevision,
    zone: WireZone,
    today: WireDate,
  })
  .openapi("Block", { description: "Time that the school has taken for itself." });
export type WireBlock = z.output<typeof WireBlock>;

export function wireBlockPreview(preview: BlockPreview, wording: Wording): WireBlockPreview {
  return {
    dates: preview.dates.map((blocked) => wireBlockedDate(blocked, wording)),
    displaces: preview.displaces.map((displaced) => wireDisplaced(displaced, wording)),
    overlaps: [...preview.overlaps],
    blocksInTheWay: preview.blocksInTheWay.map((other) => wireBlockInTheWay(other, wording)),
  };
}

export function wireBlock(block: BlockRecord, wording: Wording, today: string): WireBlock {
  const { zone } = wording;
  return {
    id: block.id,
    space: block.space,
    kind: block.kind,
    ...(block.reason && { reason: { ...block.reason } }),
    dates: block.dates.map((blocked) => wireBlockedDate(blocked, wording)),
    displaced: block.displaced.map((displaced) => wireDisplaced(displaced, wording)),
    createdAt: toRfc3339(block.createdAt, zone),
    ...(block.removedAt !== undefined && { removedAt: toRfc3339(block.removedAt, zone) }),
    revision: block.revision,
    zone,
    today,
  };
}

function wireBlockInTheWay(
  { block, kind, reason, date, ...placement }: BlockInTheWay,
  wording: Wording,
): z.output<typeof WireBlockInTheWay> {
  return {
    block,
    kind,
    ...(reason && { reason: { ...reason } }),
    date,
    ...wirePlacement(placement, wording),
  };
}

function wireBlockedDate(blocked: BlockedDate, wording: Wording): z.output<typeof WireBlockedDate> {
  return { date: blocked.date, ...wirePlacement(blocked, wording) };
}

function wireDisplaced(
  displaced: DisplacedOccurrence,
  wording: Wording,
): z.output<typeof WireDisplaced> {
  return {
    booking: displaced.booking,
    hirer: displaced.hirer,
    title: displaced.title,
    date: displaced.date,
    ...wirePlacement(displaced, wording),
    status: displaced.status,
  };
}
