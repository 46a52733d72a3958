import type { Claim } from "../availability/claim.ts";
import type { SchoolCalendar } from "../calendar/school-calendar.ts";
import type { SpaceTree } from "../premises/space-tree.ts";
import type { Instant } from "../time/interval.ts";
import type { ZoneId } from "../time/zone-name.ts";
import type { BookingRule } from "./booking-rule.ts";

/** Everything that a decision depends on. The same facts always give the same decision. */
export interface SeriesFacts {
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
  /** In any order. They must cover every date of the request, with a day on either side. */
  readonly claims: readonly Claim[];
  /** Rules beyond core's, such as those of plugins. */
  readonly rules?: readonly BookingRule[];
  /** Whose claims don't count: the series that is being approved or amended. */
  readonly except?: string;
}
