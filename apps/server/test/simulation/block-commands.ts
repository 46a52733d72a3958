import type { BlockPreview, BlockRecord, BlockRequest } from "../../src/ledger/block-record.ts";
import { createBlock } from "../../src/ledger/create-block.ts";
import { removeBlock } from "../../src/ledger/remove-block.ts";
import { drawDate, drawTimes } from "./drawn-request.ts";
import { inTheWay, type ModelBlock, type ModelSchool, type Place } from "./model-school.ts";
import { dateAfter, dateAt, instantOf } from "./naive-calendar.ts";
import {
  expectOutcome,
  expectSame,
  type Outcome,
  type SimulatedCommand,
} from "./simulated-command.ts";
import { SPACE_IDS } from "./simulated-premises.ts";
import { PERSONAL, type World } from "./world.ts";

export function blockCommand(world: World, school: ModelSchool): SimulatedCommand<BlockRecord> {
  const { services, random } = world;
  const request = drawBlock(world);
  const displace = random.chance(0.6);
  return {
    text: `block ${JSON.stringify(request)}${displace ? ", displacing" : ""}`,
    isOneTransaction: true,
    call: () => createBlock(services, school.id, "key:key_s", request, { displace }),
    judge(outcome) {
      const isGone = !school.variant.isDivided && /court-[12]$/.test(request.space);
      if (isGone) return void expectOutcome(outcome, ["SPACE_UNKNOWN"]);
      const now = services.clock.now();
      if (request.first <= dateAt(now)) return judgeToday(outcome, school, request);
      const inItsWay = placesOf(request).flatMap((place) =>
        inTheWay(school, place, { as: "block" }),
      );
      const blocks = inItsWay.filter(({ kind }) => kind === "block");
      const displaced = inItsWay.filter(({ kind }) => kind !== "block");
      const refusals =
        blocks.length > 0
          ? ["BLOCK_OVERLAPS"]
          : displaced.length > 0 && !displace
            ? ["WOULD_DISPLACE"]
            : [];
      if (outcome.kind === "refused" && "extensions" in outcome.error) {
        const preview = outcome.error.extensions["preview"] as BlockPreview | undefined;
        expectSame("blocks in its way", preview?.overlaps, uniqueOwners(blocks));
      }
      const answer = expectOutcome(outcome, refusals);
      if (answer === undefined) return;
      const keys = (list: readonly { owner: string; date: string }[]) =>
        [...new Set(list.map(({ owner, date }) => `${owner} ${date}`))].sort();
      const listed = answer.displaced.map(({ booking, date }) => ({ owner: booking, date }));
      expectSame("displaced", keys(listed), keys(displaced));
      expectSame(
        "days blocked",
        answer.dates.map(({ date }) => date),
        daysOf(request),
      );
      takeBlock(school, answer);
    },
  };
}

/** A date that has begun is blocked from now on, but for what has just been used; what exactly is left to the checker. */
function judgeToday(
  outcome: Outcome<BlockRecord>,
  school: ModelSchool,
  request: BlockRequest,
): void {
  if (outcome.kind === "refused") {
    return void expectOutcome(outcome, ["REQUEST_INVALID", "BLOCK_OVERLAPS", "WOULD_DISPLACE"]);
  }
  const inItsWay = placesOf(request).flatMap((place) => inTheWay(school, place, { as: "block" }));
  for (const { booking, date } of outcome.answer.displaced) {
    const found = inItsWay.some((claim) => claim.owner === booking && claim.date === date);
    expectSame(`whether ${booking} on ${date} is in the way`, found, true);
  }
  takeBlock(school, outcome.answer);
}

function takeBlock(school: ModelSchool, record: BlockRecord): void {
  school.revision += 1;
  expectSame("revision", record.revision, school.revision);
  for (const { booking: id, date } of record.displaced) {
    const booking = school.bookings.get(id);
    const known = booking?.dates.get(date);
    if (booking === undefined || known === undefined) continue;
    const status = known.status === "confirmed" ? "displaced" : "denied";
    booking.dates.set(date, { ...known, status });
    booking.revision = record.revision;
  }
  const { id, space } = record;
  const dates = record.dates.map(({ date, start, end }) => ({ date, start, end }));
  school.blocks.set(id, { id, space, dates, isRemoved: false });
}

function uniqueOwners(claims: readonly { readonly owner: string }[]): string[] {
  return [...new Set(claims.map(({ owner }) => owner))].sort();
}

function drawBlock(world: World): BlockRequest {
  const { random } = world;
  const first = drawDate(world);
  return {
    space: random.pick(SPACE_IDS),
    kind: random.pick(["schoolUse", "examination", "pollingStation", "recall"] as const),
    ...(random.chance(0.3) && { reason: { cy: PERSONAL, en: `${PERSONAL}.` } }),
    first,
    last: dateAfter(first, random.integer(0, 4)),
    ...(random.chance(0.6) && drawTimes(world)),
  };
}

function daysOf({ first, last = first }: BlockRequest): string[] {
  const days: string[] = [];
  for (let date = first; date <= last; date = dateAfter(date, 1)) days.push(date);
  return days;
}

/** As bookings without a turnaround would be: `24:00` is midnight at the end of the day. */
function placesOf(request: BlockRequest): (Place & { readonly start: number })[] {
  const { space, startTime = "00:00", endTime = "24:00" } = request;
  return daysOf(request).map((date) => ({
    date,
    space,
    startTime,
    endTime,
    start: instantOf(date, startTime),
  }));
}

export function removeBlockCommand(
  { services }: World,
  school: ModelSchool,
  block: ModelBlock,
): SimulatedCommand<BlockRecord> {
  return {
    text: `remove ${block.id}`,
    isOneTransaction: true,
    call: () => removeBlock(services, school.id, "key:key_s", block.id),
    judge(outcome) {
      const answer = expectOutcome(outcome, block.isRemoved ? ["TRANSITION_REFUSED"] : []);
      if (answer === undefined) return;
      school.revision += 1;
      expectSame("revision", answer.revision, school.revision);
      block.isRemoved = true;
    },
  };
}
