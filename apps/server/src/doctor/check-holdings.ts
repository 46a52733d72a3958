import type { Instant } from "@neuadd/core";
import type { Sighting } from "./finding.ts";
import type { DateRow, HeldRow, SchoolRows } from "./school-rows.ts";
import { spaceLeaves } from "./space-leaves.ts";

/** Whether every live date of a booking and every block holds its place, and nothing else is held. */
export function checkHoldings(rows: SchoolRows, now: Instant): Sighting[] {
  let leavesOf: Map<string, ReadonlySet<string>>;
  try {
    leavesOf = spaceLeaves(rows.definition ?? "");
  } catch {
    return [{ code: "DEFINITION_UNREADABLE", place: rows.school }];
  }
  const held = new Map<string, HeldRow[]>();
  for (const claim of rows.claims) {
    const key = `${claim.owner_id} ${claim.local_date}`;
    held.set(key, [...(held.get(key) ?? []), claim]);
  }
  const expected = [
    ...rows.dates.filter(isHolding).map((row) => expectedOfDate(row, leavesOf, now)),
    ...expectedOfBlocks(rows, leavesOf, now),
  ];
  const sightings: Sighting[] = [];
  for (const one of expected) {
    const key = `${one.owner} ${one.date}`;
    const claims = held.get(key) ?? [];
    const right = claims.filter((claim) => isHeldAs(claim, one));
    const isWhole = right.length >= Math.max(1, one.leaves?.size ?? 1);
    if (!isWhole) sightings.push({ code: "CLAIM_MISSING", place: key });
    held.set(
      key,
      claims.filter((claim) => !right.includes(claim)),
    );
  }
  for (const claim of [...held.values()].flat()) {
    const place = `${claim.owner_id} ${claim.local_date} ${claim.leaf_id}`;
    sightings.push({ code: "CLAIM_STRAY", place });
  }
  return sightings;
}

/** What should be held: where, by what, from when, and until when at least. */
interface Expected {
  readonly owner: string;
  readonly date: string;
  readonly kinds: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Undefined: whichever leaves the space had then. */
  readonly leaves: ReadonlySet<string> | undefined;
}

function isHolding({ status, holds }: DateRow): boolean {
  if (status === "requested") return holds === 1;
  return status === "confirmed" || status === "completed" || status === "noShow";
}

function expectedOfDate(
  row: DateRow,
  leavesOf: ReadonlyMap<string, ReadonlySet<string>>,
  now: Instant,
): Expected {
  return {
    owner: row.booking_id,
    date: row.local_date,
    kinds: [row.status === "requested" ? "request" : "booking"],
    start: row.starts_at,
    end: row.ends_at,
    leaves: row.ends_at > now ? (leavesOf.get(row.space_id) ?? new Set()) : undefined,
  };
}

function expectedOfBlocks(
  { blocks }: SchoolRows,
  leavesOf: ReadonlyMap<string, ReadonlySet<string>>,
  now: Instant,
): Expected[] {
  return blocks.flatMap(({ block_id, space_id, dates }) =>
    (JSON.parse(dates) as { date: string; start: number; end: number }[]).map(
      ({ date, start, end }): Expected => ({
        owner: block_id,
        date,
        kinds: ["block"],
        start,
        end,
        leaves: end > now ? (leavesOf.get(space_id) ?? new Set()) : undefined,
      }),
    ),
  );
}

/** A turnaround of a day at most comes after the end: which it was when the place was taken, no table tells. */
const LONGEST_TURNAROUND_MS = 86_400_000;

function isHeldAs(claim: HeldRow, { kinds, start, end, leaves }: Expected): boolean {
  return (
    kinds.includes(claim.kind) &&
    claim.starts_at === start &&
    claim.ends_at >= end &&
    claim.ends_at <= end + LONGEST_TURNAROUND_MS &&
    (leaves === undefined || leaves.has(claim.leaf_id))
  );
}
