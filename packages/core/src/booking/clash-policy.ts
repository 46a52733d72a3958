import type { Space } from "../premises/space-tree.ts";
import type { DecisionContext, WantedDate } from "./decision-context.ts";
import type { Denial } from "./denial.ts";
import { nearbyTimes } from "./nearby-times.ts";
import { fittingSpaces, namedSpaces, otherSpaces } from "./other-spaces.ts";
import type { OwnClaims } from "./own-claims.ts";
import type { Alternative, Placement } from "./series-decision.ts";
import { DEFAULT_SHIFT_MINUTES } from "./series-limits.ts";

/** Finds other places for denied dates. */
export interface ClashPolicyMoves {
  /** Where the policy of the request moves a denied date; undefined if it doesn't, or finds nothing. */
  move(wanted: WantedDate, denials: readonly Denial[]): Placement | undefined;
  /**
   * Up to three places to offer for a denied date: the two nearest times within two hours, another
   * space at the time asked for, and more of either if the other kind has none.
   */
  alternatives(wanted: WantedDate, denials: readonly Denial[]): Alternative[];
}

/** The moves of one decision. Everything found is judged by the same rules as what was asked for. */
export function clashPolicyMoves(context: DecisionContext, own: OwnClaims): ClashPolicyMoves {
  const onClash = context.request.onClash ?? { policy: "refuse" };
  let fitting: readonly Space[] | undefined;
  // Most decisions deny nothing: the spaces are only sorted out once a date needs them.
  const allFitting = () => (fitting ??= fittingSpaces(context));
  const spacesOfPolicy = () =>
    onClash.spaces === undefined ? allFitting() : namedSpaces(onClash.spaces, context);

  return {
    move(wanted, denials) {
      if (onClash.policy === "otherSpace") {
        return take(1, otherSpaces(wanted, denials, context, own, spacesOfPolicy()))[0];
      }
      if (onClash.policy === "nearbyTime") {
        const { shiftMinutes = DEFAULT_SHIFT_MINUTES } = onClash;
        return take(1, nearbyTimes(wanted, denials, context, own, shiftMinutes))[0];
      }
      return undefined;
    },
    alternatives(wanted, denials) {
      const times = nearbyTimes(wanted, denials, context, own, OFFERED_SHIFT_MINUTES);
      const nearest = take(OFFERED_TIMES, times);
      const spaces = take(
        OFFERED - nearest.length,
        otherSpaces(wanted, denials, context, own, allFitting()),
      );
      const further = take(OFFERED - nearest.length - spaces.length, times);
      return [
        ...nearest.map(atNearbyTime),
        ...spaces.map(inOtherSpace),
        ...further.map(atNearbyTime),
      ];
    },
  };
}

const OFFERED = 3;
/** How many of them are times if there are spaces too. */
const OFFERED_TIMES = 2;
const OFFERED_SHIFT_MINUTES = 120;

function atNearbyTime(placement: Placement): Alternative {
  return { ...placement, kind: "nearbyTime" };
}

function inOtherSpace(placement: Placement): Alternative {
  return { ...placement, kind: "otherSpace" };
}

/** At most so many of the next; what comes after them can be asked for later. */
function take(most: number, placements: Iterator<Placement, void>): Placement[] {
  const taken: Placement[] = [];
  while (taken.length < most) {
    const next = placements.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
