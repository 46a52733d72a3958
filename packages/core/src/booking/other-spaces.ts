import { capacityOf, spaceOf, type Space } from "../premises/space-tree.ts";
import type { DecisionContext, WantedDate } from "./decision-context.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";
import { placementIfFree } from "./judge-date.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Placement } from "./series-decision.ts";

/**
 * Other spaces in which a denied date could be had at the same time, in the order of `spaces`. None if
 * one of the denials would stay in whatever space. Each is looked for when it is asked for.
 */
export function* otherSpaces(
  wanted: WantedDate,
  denials: readonly Denial[],
  context: DecisionContext,
  own: OwnClaims,
  spaces: readonly Space[],
): Generator<Placement> {
  if (denials.some(({ code }) => IN_WHATEVER_SPACE.has(code))) return;
  const day = context.day(wanted.date);
  for (const space of spaces) {
    const placement = placementIfFree({ ...wanted, space }, day, context, own);
    if (placement !== undefined) yield placement;
  }
}

/**
 * The spaces that can stand in for the one a request asks for: bookable, with its facilities and its
 * layout, and room for its people; if it doesn't say how many come, for as many as the space asked
 * for holds. Those of the same kind come first, then the smallest, then as they are in the tree.
 */
export function fittingSpaces({ request, facts: { tree } }: DecisionContext): Space[] {
  const asked = spaceOf(tree, request.space);
  const people = request.attendance ?? capacityOf(asked, request.layout);
  const sizeOf = (space: Space) => capacityOf(space, request.layout);
  const otherKind = ({ kind }: Space) => (kind === asked.kind ? 0 : 1);
  return tree.spaces
    .filter((space) => space.bookable && space !== asked && offers(space, request))
    .filter((space) => sizeOf(space) >= people)
    .sort((a, b) => otherKind(a) - otherKind(b) || sizeOf(a) - sizeOf(b));
}

/** The spaces that a request names to stand in, in its order, less those that lack what it asks for. */
export function namedSpaces(
  names: readonly string[],
  { request, facts: { tree } }: DecisionContext,
): Space[] {
  return [...new Set(names)]
    .filter((id) => id !== request.space)
    .map((id) => spaceOf(tree, id))
    .filter((space) => offers(space, request));
}

const IN_WHATEVER_SPACE: ReadonlySet<DenialCode> = new Set([
  "IN_THE_PAST",
  "NONEXISTENT_LOCAL_TIME",
]);

function offers(space: Space, { facilities = [], layout }: DecisionContext["request"]): boolean {
  return (
    facilities.every((facility) => space.facilities.includes(facility)) &&
    (layout === undefined || space.layouts.some(({ id }) => id === layout))
  );
}
