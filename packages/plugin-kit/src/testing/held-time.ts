import { type Claim, claimsOf, isLive, type LocalDate, type Placement } from "@neuadd/core";
import type { BlockFacts } from "../block-facts.ts";
import type { BookingFacts } from "../booking-facts.ts";
import type { SchoolFacts } from "../plugin-reads.ts";

type Tree = SchoolFacts["tree"];

/** What is held, by live dates of bookings and by blocks that stand. */
export function heldClaims(
  tree: Tree,
  bookings: Iterable<BookingFacts>,
  blocks: Iterable<BlockFacts>,
): Claim[] {
  const ofBookings = [...bookings].flatMap(({ id, status, occurrences }) =>
    occurrences
      .filter((occurrence) => isLive(occurrence.status))
      .flatMap((occurrence) =>
        claimsOf(occurrence, tree, id, status === "approved" ? "booking" : "request"),
      ),
  );
  const ofBlocks = standing(blocks).flatMap(({ id, dates }) =>
    dates.flatMap((date) => claimsOf(date, tree, id, "block")),
  );
  return [...ofBookings, ...ofBlocks];
}

/** Live dates of bookings, and ids of blocks that stand. */
export interface TimeTaken {
  readonly bookings: { readonly booking: string; readonly date: LocalDate }[];
  readonly blocks: string[];
}

/** What holds a part of the wanted time: a leaf in common, and times that overlap. */
export function timeTaken(
  tree: Tree,
  wanted: readonly Placement[],
  bookings: Iterable<BookingFacts>,
  blocks: Iterable<BlockFacts>,
): TimeTaken {
  const leavesOf = ({ space }: Placement) => tree.leaves.get(space) ?? [];
  const meets = (taken: Placement) =>
    wanted.some(
      (one) =>
        one.start < taken.end &&
        taken.start < one.end &&
        leavesOf(one).some((leaf) => leavesOf(taken).includes(leaf)),
    );
  return {
    bookings: [...bookings].flatMap(({ id, occurrences }) =>
      occurrences
        .filter((occurrence) => isLive(occurrence.status) && meets(occurrence))
        .map(({ date }) => ({ booking: id, date })),
    ),
    blocks: standing(blocks)
      .filter(({ dates }) => dates.some(meets))
      .map(({ id }) => id),
  };
}

function standing(blocks: Iterable<BlockFacts>): BlockFacts[] {
  return [...blocks].filter(({ removedAt }) => removedAt === undefined);
}
