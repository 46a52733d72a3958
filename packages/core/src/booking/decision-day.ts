import type { Claim } from "../availability/claim.ts";
import type { ClaimIndex } from "../availability/claim-index.ts";
import { localDay, type LocalDay } from "../availability/local-day.ts";
import { communityHours } from "../calendar/community-hours.ts";
import { leavesOf, type Space } from "../premises/space-tree.ts";
import type { LocalDate } from "../time/local-date.ts";
import { minutesOfDay } from "../time/local-time.ts";
import { claimedInterval } from "./claims-of.ts";
import { remembered } from "./remembered.ts";
import type { SeriesFacts } from "./series-facts.ts";

/** Minutes after midnight on the clock, half-open. */
export interface OpenMinutes {
  readonly start: number;
  readonly end: number;
}

/**
 * One date as decisions see it. Many times and spaces may be tried on it: what they are tried against is worked out once,
 * when it is first asked for.
 */
export interface DecisionDay {
  readonly facts: SeriesFacts;
  /** How its minutes become instants. */
  readonly clocks: LocalDay;
  /** The community hours of a space, sorted and joined. */
  openMinutes(space: Space): readonly OpenMinutes[];
  /** The claims that a booking of a space could run into on this date, leaf by leaf, those of each by start. */
  claimsOn(space: Space): readonly Claim[];
}

/** The day of a date, among claims that cover it and a turnaround after it. Throws as `localDay` does. */
export function decisionDay(date: LocalDate, facts: SeriesFacts, claims: ClaimIndex): DecisionDay {
  const { calendar, tree, zone } = facts;
  const clocks = localDay(date, zone);
  // Spaces that inherit their hours share one list of rules, so that the list itself can be the key.
  const hours = new Map<Space["communityHours"], readonly OpenMinutes[]>();
  const claimsBySpace = new Map<Space, readonly Claim[]>();
  return {
    facts,
    clocks,
    openMinutes: (space) =>
      remembered(hours, space.communityHours, () =>
        communityHours(space, calendar, date).map(({ start, end }) => ({
          start: minutesOfDay(start),
          end: minutesOfDay(end),
        })),
      ),
    claimsOn: (space) =>
      remembered(claimsBySpace, space, () => {
        // Whatever its time is, a booking of this date claims no more than the day and a turnaround.
        const reach = claimedInterval(clocks, space);
        const [first = [], ...others] = leavesOf(tree, space.id).map((leaf) =>
          claims.overlapping(leaf, reach),
        );
        return others.length === 0 ? first : first.concat(...others);
      }),
  };
}
