import type { SchoolCalendar } from "../calendar/school-calendar.ts";
import type { SpaceId } from "../premises/space.ts";
import type { SpaceTree } from "../premises/space-tree.ts";
import type { ZoneId } from "../time/zone-name.ts";
import type { Claim } from "./claim.ts";

/** What the availability of a school's spaces depends on. */
export interface SchoolSpacesFacts {
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
  readonly zone: ZoneId;
  /** In any order, of any spaces. They must cover what is asked, with a day on either side. */
  readonly claims: readonly Claim[];
}

/** What the availability of one space depends on. */
export interface SpaceFacts extends SchoolSpacesFacts {
  readonly space: SpaceId;
}
