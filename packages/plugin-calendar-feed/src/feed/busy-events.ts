import { createHash } from "node:crypto";
import {
  claimsOf,
  isLive,
  type Instant,
  type Language,
  type Placement,
  type SpaceId,
} from "@neuadd/core";
import type { BlockFacts, BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { type FeedEvent, inOrder } from "./feed-event.ts";

const DAY_MS = 86_400_000;

/** What anyone may know of a space: when it can't be had, and nothing of who has it. */
export function busyEvents(
  { tree, school }: SchoolFacts,
  space: SpaceId,
  {
    bookings,
    blocks,
  }: {
    readonly bookings: readonly BookingFacts[];
    readonly blocks: readonly BlockFacts[];
  },
  language: Language,
): FeedEvent[] {
  const leaves = new Set(tree.leaves.get(space));
  const summary = { cy: "Prysur", en: "Busy" }[language];
  const busy = (
    owner: { readonly id: string; readonly revision: number; readonly since: Instant },
    date: Placement & { readonly date: string },
    kind: "booking" | "request" | "block",
  ): FeedEvent[] => {
    const [claim] = claimsOf(date, tree, owner.id, kind).filter(({ leaf }) => leaves.has(leaf));
    if (claim === undefined) return [];
    return [
      {
        id: opaque(`${school.id}/${space}/${owner.id}/${date.date}`),
        sequence: owner.revision,
        // The day will do: when exactly somebody asked is nobody's business.
        stamp: Math.floor(owner.since / DAY_MS) * DAY_MS,
        start: claim.start,
        end: claim.end,
        status: kind === "request" ? "TENTATIVE" : "CONFIRMED",
        summary,
      },
    ];
  };
  return inOrder([
    ...bookings.flatMap(({ id, revision, requestedAt, occurrences }) =>
      occurrences
        .filter(({ status }) => isLive(status))
        .flatMap((date) =>
          busy(
            { id, revision, since: requestedAt },
            date,
            date.status === "requested" ? "request" : "booking",
          ),
        ),
    ),
    ...blocks.flatMap(({ id, revision, createdAt, dates }) =>
      dates.flatMap((date) => busy({ id, revision, since: createdAt }, date, "block")),
    ),
  ]);
}

/** A name that stays the same and tells nothing. */
function opaque(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
