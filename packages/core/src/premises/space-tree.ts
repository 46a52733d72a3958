import type { CommunityHoursRule } from "../calendar/community-hours.ts";
import type { LocalInterval } from "../time/interval.ts";
import type { BookingTerms, SpaceDefinition, SpaceId } from "./space.ts";

/** A space in its tree, with everything that it inherits filled in. */
export interface Space extends Omit<SpaceDefinition, "parent" | "terms" | "communityHours"> {
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
