import type { Premises, School, SchoolCalendar, SpaceTree } from "@neuadd/core";

/** A school as it is imported and stored: everything that is not a booking. */
export interface SchoolDefinition {
  readonly school: School;
  readonly premises: readonly Premises[];
  readonly calendar: SchoolCalendar;
}

/** A definition with its space tree grown, as of one revision. */
export interface SchoolModel extends SchoolDefinition {
  readonly tree: SpaceTree;
  /** The revision of the definition. */
  readonly definitionRevision: number;
}
