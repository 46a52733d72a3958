import type { CommunityHoursRule } from "../calendar/community-hours.ts";
import { CoreError } from "../errors.ts";
import { summariseFaults } from "../summarise-faults.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { frozenCopy } from "../frozen-copy.ts";
import type { LocalInterval } from "../time/interval.ts";
import { DEFAULT_BOOKING_TERMS, inheritTerms } from "./booking-terms.ts";
import { premisesFaults } from "./premises-faults.ts";
import type { Premises } from "./premises.ts";
import type { BookingTerms, LayoutId, SpaceDefinition, SpaceId } from "./space.ts";

/** A space in its tree, with everything that it inherits filled in. */
export interface Space extends Omit<
  SpaceDefinition,
  "parent" | "terms" | "communityHours" | "fundedBy"
> {
  readonly parent: SpaceId | undefined;
  readonly children: readonly SpaceId[];
  readonly premises: string;
  readonly bookable: boolean;
  readonly layouts: NonNullable<SpaceDefinition["layouts"]>;
  readonly facilities: readonly string[];
  readonly accessibility: readonly string[];
  readonly terms: Required<BookingTerms>;
  readonly communityHours: readonly CommunityHoursRule[];
  readonly schoolHours: LocalInterval | undefined;
  readonly fundedBy?: { readonly programme: Bilingual; readonly financialYear: string };
}

/** The spaces of a school, checked: no cycle, no orphan, no duplicate id, no capacity that contradicts. */
export interface SpaceTree {
  /** In the order of the definitions, parents before children. */
  readonly spaces: readonly Space[];
  readonly roots: readonly SpaceId[];
  readonly byId: ReadonlyMap<SpaceId, Space>;
  /** Leaves under each space, in order; a leaf has itself. */
  readonly leaves: ReadonlyMap<SpaceId, readonly SpaceId[]>;
}

/**
 * Grows the space tree of a school from the definitions of all its premises, and fills in what is
 * inherited: terms field by field and community hours as a whole (own, then the parent's, then the
 * premises', then the defaults in {@link BookingTerms} and no hours at all), school hours from the
 * premises.
 *
 * A space's claim covers exactly its leaves, so a parent is thought of as nothing but its children:
 * a hall of which only a corner can be booked apart needs a second child for the rest.
 *
 * No premises, or premises without spaces, give an empty tree. The tree is frozen and a copy: the
 * definitions may change afterwards without changing it.
 *
 * @throws CoreError PREMISES_INVALID with every fault at once, each with a JSON pointer into
 * `{ premises }`: duplicate ids (also across premises), a parent that is unknown or on other
 * premises, a cycle, more than 10 levels or 500 spaces, blank names, capacities that are not
 * positive whole numbers, over the parent's or (for a layout) over the space's, duplicate layouts,
 * terms under which nothing could be booked, hours that end before they start.
 *
 * @example
 * ```ts
 * import { growSpaceTree, leavesOf } from "@neuadd/core";
 * const tree = growSpaceTree([
 *   {
 *     id: "main-site",
 *     name: { cy: "Prif safle", en: "Main site" },
 *     spaces: [
 *       { id: "hall", name: { cy: "Neuadd", en: "Hall" }, kind: "sportsHall", capacity: 200 },
 *       { id: "hall-a", parent: "hall", name: { cy: "Hanner A", en: "Half A" }, kind: "sportsHall", capacity: 100 },
 *       { id: "hall-b", parent: "hall", name: { cy: "Hanner B", en: "Half B" }, kind: "sportsHall", capacity: 100 },
 *     ],
 *   },
 * ]);
 * leavesOf(tree, "hall"); //=> ["hall-a", "hall-b"]
 * ```
 */
export function growSpaceTree(premises: readonly Premises[]): SpaceTree {
  const faults = premisesFaults(premises);
  if (faults.length > 0) {
    throw new CoreError(
      "PREMISES_INVALID",
      summariseFaults(
        { cy: "Ni ellir defnyddio'r safleoedd", en: "The premises can't be used" },
        faults,
      ),
      { faults },
    );
  }
  const childrenOf = new Map<SpaceId, SpaceId[]>();
  for (const { parent, id } of premises.flatMap((site) => site.spaces)) {
    if (parent !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), id]);
  }
  const byId = new Map<SpaceId, Space>();
  for (const site of premises) addSpaces(site, childrenOf, byId);
  const spaces = Object.freeze([...byId.values()]);
  const roots = spaces.filter(({ parent }) => parent === undefined).map(({ id }) => id);
  return Object.freeze({ spaces, roots: Object.freeze(roots), byId, leaves: leafLists(spaces) });
}

/**
 * The leaves under a space, which are what a booking of it claims; a leaf has itself.
 *
 * @throws CoreError SPACE_UNKNOWN
 */
export function leavesOf(tree: SpaceTree, space: SpaceId): readonly SpaceId[] {
  return tree.leaves.get(space) ?? unknownSpace(tree, space);
}

/**
 * The space of that id.
 *
 * @throws CoreError SPACE_UNKNOWN
 */
export function spaceOf(tree: SpaceTree, space: SpaceId): Space {
  return tree.byId.get(space) ?? unknownSpace(tree, space);
}

/**
 * The spaces that contain a space, nearest first; none for a root.
 *
 * @throws CoreError SPACE_UNKNOWN
 */
export function ancestorsOf(tree: SpaceTree, space: SpaceId): SpaceId[] {
  const ancestors: SpaceId[] = [];
  let { parent } = spaceOf(tree, space);
  while (parent !== undefined) {
    ancestors.push(parent);
    parent = spaceOf(tree, parent).parent;
  }
  return ancestors;
}

/**
 * Whether bookings of the two spaces would claim a common leaf: exactly when they are one space, or
 * one contains the other.
 *
 * @throws CoreError SPACE_UNKNOWN
 */
export function sharesLeaf(tree: SpaceTree, one: SpaceId, other: SpaceId): boolean {
  return (
    spaceOf(tree, one) === spaceOf(tree, other) ||
    ancestorsOf(tree, one).includes(other) ||
    ancestorsOf(tree, other).includes(one)
  );
}

/**
 * How many people a space holds: in the layout, or in any layout when none is given.
 *
 * @throws CoreError LAYOUT_UNKNOWN
 */
export function capacityOf(space: Space, layout?: LayoutId): number {
  if (layout === undefined) return space.capacity;
  const found = space.layouts.find(({ id }) => id === layout);
  if (found) return found.capacity;
  const known = space.layouts.map(({ id }) => `"${id}"`).join(", ");
  throw new CoreError("LAYOUT_UNKNOWN", {
    cy: `Nid oes gan y lle "${space.id}" gynllun "${layout}". Ei gynlluniau: ${known || "dim un"}.`,
    en: `Space "${space.id}" has no layout "${layout}". Its layouts: ${known || "none"}.`,
  });
}

/** Adds the spaces of one site to the map, each after its parent, whatever order they are defined in. */
function addSpaces(
  site: Premises,
  childrenOf: ReadonlyMap<SpaceId, readonly SpaceId[]>,
  byId: Map<SpaceId, Space>,
): void {
  const definitions = new Map(site.spaces.map((definition) => [definition.id, definition]));
  const siteTerms = inheritTerms(DEFAULT_BOOKING_TERMS, site.terms);
  const siteHours = frozenCopy(site.communityHours ?? []);
  const schoolHours = frozenCopy(site.schoolHours);

  function add(definition: SpaceDefinition): Space {
    const added = byId.get(definition.id);
    if (added) return added;
    const parentDefinition =
      definition.parent === undefined ? undefined : definitions.get(definition.parent);
    const parent = parentDefinition && add(parentDefinition);
    const { fundedBy, ...own } = definition;
    const space: Space = Object.freeze({
      ...frozenCopy(own),
      ...(fundedBy && { fundedBy: namedAward(fundedBy) }),
      parent: parent?.id,
      children: Object.freeze(childrenOf.get(definition.id) ?? []),
      premises: site.id,
      bookable: definition.bookable ?? true,
      layouts: frozenCopy(definition.layouts ?? []),
      facilities: frozenCopy(definition.facilities ?? []),
      accessibility: frozenCopy(definition.accessibility ?? []),
      terms: inheritTerms(parent?.terms ?? siteTerms, definition.terms),
      communityHours: definition.communityHours
        ? frozenCopy(definition.communityHours)
        : (parent?.communityHours ?? siteHours),
      schoolHours,
    });
    byId.set(space.id, space);
    return space;
  }
  for (const definition of site.spaces) add(definition);
}

function namedAward({
  programme,
  financialYear,
}: NonNullable<SpaceDefinition["fundedBy"]>): NonNullable<Space["fundedBy"]> {
  const name = typeof programme === "string" ? { cy: programme, en: programme } : programme;
  return frozenCopy({ programme: name, financialYear });
}

function leafLists(spaces: readonly Space[]): ReadonlyMap<SpaceId, readonly SpaceId[]> {
  const leaves = new Map<SpaceId, readonly SpaceId[]>();
  // Children come after their parents, so that going backwards meets every child first.
  for (const { id, children } of spaces.toReversed()) {
    leaves.set(
      id,
      Object.freeze(
        children.length === 0 ? [id] : children.flatMap((child) => leaves.get(child) ?? []),
      ),
    );
  }
  return leaves;
}

function unknownSpace(tree: SpaceTree, space: SpaceId): never {
  throw new CoreError("SPACE_UNKNOWN", {
    cy: `Nid oes lle "${space}" yn y goeden hon (nifer y lleoedd: ${tree.spaces.length}). Cymharwch y dynodydd â lleoedd yr ysgol.`,
    en: `There is no space "${space}" in this tree of ${tree.spaces.length}. Check the id against the school's spaces.`,
  });
}
