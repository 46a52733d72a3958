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
        return otherSpaces(wanted, denials, context, own, { spaces: spacesOfPolicy(), most: 1 })[0];
      }
      if (onClash.policy === "nearbyTime") {
        const { shiftMinutes = DEFAULT_SHIFT_MINUTES } = onClash;
        return nearbyTimes(wanted, denials, context, own, { shiftMinutes, most: 1 })[0];
      }
      return undefined;
    },
    alternatives(wanted, denials) {
      const times = nearbyTimes(wanted, denials, context, own, {
        shiftMinutes: OFFERED_SHIFT_MINUTES,
        most: OFFERED,
      }).map((placement): Alternative => ({ ...placement, kind: "nearbyTime" }));
      const spaces = otherSpaces(wanted, denials, context, own, {
        spaces: allFitting(),
        most: OFFERED,
      }).map((placement): Alternative => ({ ...placement, kind: "otherSpace" }));
      return [...times.slice(0, 2), ...spaces, ...times.slice(2)].slice(0, OFFERED);
    },
  };
}

const OFFERED = 3;
const OFFERED_SHIFT_MINUTES = 120;
