import {
  claimsOf,
  denial,
  leavesOf,
  overlaps,
  plural,
  spaceOf,
  type Denial,
  type SpaceTree,
} from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import type {
  BlockPreview,
  BlockRecord,
  BlockRequest,
  DisplacedOccurrence,
} from "./block-record.ts";
import { storedDisplaced } from "./block-records.ts";
import type { OccurrenceRecord } from "./booking-record.ts";
import { ended, saveBooking, withChanges } from "./change-booking.ts";
import type { LedgerActor } from "./ledger-actor.ts";
import { inLedger, type Ledger } from "./ledger-transaction.ts";
import { occurrenceReason } from "./occurrence-reason.ts";
import { planBlock } from "./plan-block.ts";
import { sayBlocksInTheWay } from "./say-blocks-in-the-way.ts";
import type { SchoolModel } from "./school-definition.ts";
import { loadBooking } from "./stored-booking.ts";
import { deleteClaims, insertClaims } from "./write-claims.ts";

/**
 * Takes time for the school itself. With `displace`, occurrences in the way give way: confirmed ones are `displaced`, with
 * the block and its kind as the reason; dates of requests that hold are `denied` (BLOCKED). Each is an event of its own.
 *
 * Throws BLOCK_OVERLAPS when another block is in the way, and without `displace` WOULD_DISPLACE when an occurrence is, both
 * with the plan as `extensions.preview`; CoreError for a request that contradicts itself, as `blockDates` does. Then
 * nothing has been written.
 */
export async function createBlock(
  services: Services,
  school: string,
  actor: LedgerActor,
  request: BlockRequest,
  { displace }: { readonly displace: boolean },
): Promise<BlockRecord> {
  const id = services.newId("blk");
  return inLedger(services, school, actor, async (ledger) => {
    const plan = await planBlock(ledger.database, ledger.model, request, ledger.now);
    checkPlan(plan, displace, ledger.model);
    const block: BlockRecord = {
      id,
      space: request.space,
      kind: request.kind,
      ...(request.reason !== undefined && { reason: request.reason }),
      dates: plan.dates,
      displaced: plan.displaces,
      createdAt: ledger.now,
      createdBy: actor,
      revision: ledger.revision,
    };
    const dates = plan.dates.map(({ date }) => date);
    ledger.emit("block.created", { block: block.id, space: block.space, kind: block.kind, dates });
    await displaceAll(ledger, block);
    await insertBlock(ledger, block, request);
    return block;
  });
}

function checkPlan(plan: BlockPreview, displace: boolean, model: SchoolModel): void {
  const extensions = { preview: plan };
  if (plan.overlaps.length > 0) {
    const others = sayBlocksInTheWay(plan.blocksInTheWay, model);
    throw new ServerError(
      "BLOCK_OVERLAPS",
      {
        cy: `Ni newidiwyd dim: mae blociau eraill yn y ffordd. ${others.cy}. Dilëwch yr hyn sydd yn ei ffordd, neu dewiswch amseroedd eraill.`,
        en: `Nothing was changed: other blocks are in the way. ${others.en}. Remove what is in its way, or choose other times.`,
      },
      { extensions },
    );
  }
  if (plan.displaces.length > 0 && !displace) {
    const count = plan.displaces.length;
    throw new ServerError(
      "WOULD_DISPLACE",
      {
        cy: `Ni newidiwyd dim: byddai'r bloc yn disodli ${count} o ddyddiadau archebion. Edrychwch arnynt, a gofynnwch eto gyda "displace" i fynd ymlaen.`,
        en: plural("en", count, {
          one: 'Nothing was changed: the block would displace 1 date of a booking. Look at it, and ask again with "displace" to go on.',
          other: `Nothing was changed: the block would displace ${count} dates of bookings. Look at them, and ask again with "displace" to go on.`,
        }),
      },
      { extensions },
    );
  }
}

/** One booking after another, each with all its dates that give way. */
async function displaceAll(ledger: Ledger, block: BlockRecord): Promise<void> {
  const byBooking = new Map<string, DisplacedOccurrence[]>();
  for (const occurrence of block.displaced) {
    const known = byBooking.get(occurrence.booking);
    if (known === undefined) byBooking.set(occurrence.booking, [occurrence]);
    else known.push(occurrence);
  }
  for (const [id, displaced] of byBooking) {
    const booking = await loadBooking(ledger.database, ledger.school, id);
    const dates = new Set(displaced.map(({ date }) => date));
    const changed = booking.occurrences
      .filter(({ date }) => dates.has(date))
      .map((occurrence) => giveWay(occurrence, block, ledger));
    await saveBooking(ledger, withChanges(booking, ledger, { occurrences: changed }), changed);
    await deleteClaims(ledger.database, ledger.school, id, [...dates]);
    for (const { date, status } of changed) {
      const type = status === "displaced" ? "occurrence.displaced" : "occurrence.denied";
      const { hirer } = booking;
      ledger.emit(type, { booking: id, hirer, date, block: block.id, kind: block.kind });
    }
  }
}

function giveWay(
  occurrence: OccurrenceRecord,
  block: BlockRecord,
  { model }: Ledger,
): OccurrenceRecord {
  if (occurrence.status === "confirmed") {
    const { id, kind } = block;
    return ended(occurrence, "displaced", occurrenceReason("DISPLACED", { block: id, kind }));
  }
  return ended(occurrence, "denied", blockedDenial(occurrence, block, model.tree));
}

/** The same sentence that a new request for this time would get. */
function blockedDenial(
  occurrence: OccurrenceRecord,
  { space, dates }: BlockRecord,
  tree: SpaceTree,
): Denial<"BLOCKED"> {
  const { turnaroundMinutes } = spaceOf(tree, occurrence.space).terms;
  const claimed = { start: occurrence.start, end: occurrence.end + turnaroundMinutes * 60_000 };
  const blocked = dates.find((date) => overlaps(date, claimed)) ?? occurrence;
  const blockedLeaves = leavesOf(tree, space);
  const { date, start, end, startTime, endTime } = blocked;
  return denial("BLOCKED", {
    start,
    end,
    leaf: leavesOf(tree, occurrence.space).find((leaf) => blockedLeaves.includes(leaf)) ?? space,
    from: { date, time: startTime },
    to: { date, time: endTime },
    ...(start >= occurrence.end && { turnaroundMinutes }),
  });
}

async function insertBlock(
  { database, school, model, actor, now, revision }: Ledger,
  block: BlockRecord,
  request: BlockRequest,
): Promise<void> {
  await database
    .insertInto("blocks")
    .values({
      school_id: school,
      block_id: block.id,
      space_id: block.space,
      kind: block.kind,
      reason: block.reason === undefined ? null : JSON.stringify(block.reason),
      request: JSON.stringify(request),
      dates: JSON.stringify(block.dates),
      displaced: JSON.stringify(block.displaced.map(storedDisplaced)),
      starts_at: Math.min(...block.dates.map(({ start }) => start)),
      ends_at: Math.max(...block.dates.map(({ end }) => end)),
      created_at: now,
      created_by: actor,
      removed_at: null,
      revision,
    })
    .execute();
  const claims = block.dates.flatMap((date) =>
    claimsOf(date, model.tree, block.id, "block").map((claim) => ({ ...claim, date: date.date })),
  );
  await insertClaims(database, school, claims);
}
