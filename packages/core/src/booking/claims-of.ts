import type { Claim, ClaimKind } from "../availability/claim.ts";
import { leavesOf, spaceOf, type Space, type SpaceTree } from "../premises/space-tree.ts";
import type { Interval } from "../time/interval.ts";
import type { Placement } from "./series-decision.ts";

/**
 * The claims that one placed date makes, exactly as a decision counts them: one for each leaf of its
 * space, in the tree's order, from its start until its space's turnaround after its end. A block of
 * the school (kind `block`) needs no turnaround: its claims end when it does.
 *
 * @throws CoreError SPACE_UNKNOWN
 */
export function claimsOf(
  placement: Placement,
  tree: SpaceTree,
  owner: string,
  kind: ClaimKind,
): Claim[] {
  const { start, end } =
    kind === "block" ? placement : claimedInterval(placement, spaceOf(tree, placement.space));
  return leavesOf(tree, placement.space).map((leaf) => ({ leaf, start, end, kind, owner }));
}

/** The time that a booking of a space keeps from others: its own and the space's turnaround after it. */
export function claimedInterval({ start, end }: Interval, space: Space): Interval {
  return { start, end: end + space.terms.turnaroundMinutes * 60_000 };
}
