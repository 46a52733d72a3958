import type { Fault, SpaceId, SpaceTree, ZoneId } from "@neuadd/core";
import type { Ledger } from "./ledger-transaction.ts";
import type { LiveUse } from "./live-uses.ts";
import { deleteClaims, insertClaims, type DatedClaim } from "./write-claims.ts";

/**
 * Moves the claims of bookings and blocks that end after now to the leaves that their spaces have in a new tree.
 * Answers why that can't be, as faults of the school's file; then nothing has been moved. Claims keep their times:
 * a new turnaround counts for bookings to come.
 */
export async function reclaim(
  ledger: Ledger,
  uses: readonly LiveUse[],
  tree: SpaceTree,
  zone: ZoneId,
): Promise<Fault[]> {
  const held = await readHeld(ledger, uses);
  const faults = [...(await zoneFaults(ledger, zone)), ...missingSpaceFaults(held, uses, tree)];
  if (faults.length > 0) return faults;
  const moved = held.map((one) => moveHeld(one, ledger.model.tree, tree));
  const overlaps = overlapFaults(moved.flatMap(({ after }) => after));
  if (overlaps.length > 0) return overlaps;
  const changed = moved.filter(({ isMoved }) => isMoved);
  const { database, school } = ledger;
  for (const { owner, date } of changed) await deleteClaims(database, school, owner, [date]);
  await insertClaims(
    database,
    school,
    changed.flatMap(({ after }) => after),
  );
  return [];
}

/** What one booking or block holds on one date. */
interface Held {
  readonly owner: string;
  readonly date: string;
  /** Undefined when the occurrence itself is over, and only its turnaround runs on. */
  readonly space: SpaceId | undefined;
  readonly claims: readonly DatedClaim[];
}

async function readHeld(
  { database, school, now }: Ledger,
  uses: readonly LiveUse[],
): Promise<Held[]> {
  const claims = await database
    .selectFrom("claims")
    .select(["leaf_id", "starts_at", "ends_at", "kind", "owner_id", "local_date"])
    .where("school_id", "=", school)
    .where("ends_at", ">", now)
    .execute();
  const spaces = new Map(uses.map(({ booking, date, space }) => [`${booking} ${date}`, space]));
  const blocks = await database
    .selectFrom("blocks")
    .select(["block_id", "space_id"])
    .where("school_id", "=", school)
    .where("removed_at", "is", null)
    .execute();
  const spaceOfBlock = new Map(blocks.map(({ block_id, space_id }) => [block_id, space_id]));
  const held = new Map<string, Held & { readonly claims: DatedClaim[] }>();
  for (const row of claims) {
    const key = `${row.owner_id} ${row.local_date}`;
    const space = spaces.get(key) ?? spaceOfBlock.get(row.owner_id);
    const one = held.get(key) ?? { owner: row.owner_id, date: row.local_date, space, claims: [] };
    one.claims.push({
      leaf: row.leaf_id,
      start: row.starts_at,
      end: row.ends_at,
      kind: row.kind,
      owner: row.owner_id,
      date: row.local_date,
    });
    held.set(key, one);
  }
  return [...held.values()];
}

/** Instants of bookings were worked out in the school's zone: in another they would be at other local times. */
async function zoneFaults({ database, school, model }: Ledger, zone: ZoneId): Promise<Fault[]> {
  if (zone === model.school.zone) return [];
  const anyBooking = await database
    .selectFrom("series")
    .select("booking_id")
    .where("school_id", "=", school)
    .limit(1)
    .executeTakeFirst();
  const anyBlock = await database
    .selectFrom("blocks")
    .select("block_id")
    .where("school_id", "=", school)
    .limit(1)
    .executeTakeFirst();
  if (anyBooking === undefined && anyBlock === undefined) return [];
  return [
    {
      path: "/school/zone",
      message: {
        cy: `Mae gan yr ysgol archebion yn ${model.school.zone}, felly ni all ei chylchfa newid i ${zone}.`,
        en: `The school has bookings in ${model.school.zone}, so that its zone can't become ${zone}.`,
      },
    },
  ];
}

/** Counts the requests too that wait without holding anything. */
function missingSpaceFaults(
  held: readonly Held[],
  uses: readonly LiveUse[],
  tree: SpaceTree,
): Fault[] {
  const missing = new Map<SpaceId, Set<string>>();
  const taken = uses.map(({ booking, date, space }) => ({ owner: booking, date, space }));
  for (const { owner, date, space } of [...held, ...taken]) {
    if (space === undefined || tree.byId.has(space)) continue;
    missing.set(space, (missing.get(space) ?? new Set()).add(`${owner} (${date})`));
  }
  return [...missing].map(([space, owners]) => ({
    path: "/premises",
    message: {
      cy: `Ni all y lle "${space}" ddiflannu: mae'n cael ei ddefnyddio gan ${[...owners].sort().join(", ")}.`,
      en: `Space "${space}" can't go: it is taken by ${[...owners].sort().join(", ")}.`,
    },
  }));
}

interface MovedHold {
  readonly owner: string;
  readonly date: string;
  readonly isMoved: boolean;
  readonly after: readonly DatedClaim[];
}

function moveHeld(
  { owner, date, space, claims }: Held,
  before: SpaceTree,
  after: SpaceTree,
): MovedHold {
  const leavesBefore = space === undefined ? undefined : before.leaves.get(space);
  const leavesAfter = space === undefined ? undefined : after.leaves.get(space);
  const [first] = claims;
  const isSame =
    leavesBefore === undefined ||
    leavesAfter === undefined ||
    leavesBefore.toSorted().join(" ") === leavesAfter.toSorted().join(" ");
  if (isSame || first === undefined) return { owner, date, isMoved: false, after: claims };
  return { owner, date, isMoved: true, after: leavesAfter.map((leaf) => ({ ...first, leaf })) };
}

function overlapFaults(claims: readonly DatedClaim[]): Fault[] {
  const last = new Map<SpaceId, DatedClaim>();
  const pairs = new Set<string>();
  for (const claim of claims.toSorted((one, other) => one.start - other.start)) {
    const before = last.get(claim.leaf);
    if (before !== undefined && before.end > claim.start) {
      pairs.add(`${before.owner}, ${claim.owner} (${claim.date})`);
    }
    if (before === undefined || before.end < claim.end) last.set(claim.leaf, claim);
  }
  return [...pairs].sort().map((pair) => ({
    path: "/premises",
    message: {
      cy: `Byddai lleoedd y rhain yn rhannu deilen ar yr un pryd: ${pair}. Cadwch eu lleoedd ar wahân, neu symudwch un ohonynt yn gyntaf.`,
      en: `The spaces of these would share a leaf at the same time: ${pair}. Keep their spaces apart, or move one of them first.`,
    },
  }));
}
