import { CoreError } from "../errors.ts";

export const OCCURRENCE_STATUSES = [
  "requested",
  "confirmed",
  "cancelled",
  "displaced",
  "completed",
  "noShow",
  "excluded",
  "denied",
] as const;
export type OccurrenceStatus = (typeof OCCURRENCE_STATUSES)[number];

export const OCCURRENCE_ACTIONS = ["confirm", "cancel", "displace", "complete", "noShow"] as const;
export type OccurrenceAction = (typeof OCCURRENCE_ACTIONS)[number];

/**
 * The status of one date of a series after an action.
 *
 * A block that must win displaces a date whether it is confirmed or still waits, since both may hold
 * the space. A displaced date holds nothing; when the block is lifted it can be confirmed again, if
 * deciding it anew allows that, or be cancelled for good. Cancelled, completed, missed, excluded and
 * denied are final.
 *
 * @throws CoreError TRANSITION_REFUSED, which says what is possible instead
 *
 * @example
 * ```ts
 * import { occurrenceTransition } from "@neuadd/core";
 *
 * occurrenceTransition("confirmed", "displace"); //=> "displaced"
 * ```
 */
export function occurrenceTransition(
  status: OccurrenceStatus,
  action: OccurrenceAction,
): OccurrenceStatus {
  const next = TRANSITIONS[status][action];
  if (next !== undefined) return next;
  const possible = possibleOccurrenceActions(status).join(", ");
  throw new CoreError("TRANSITION_REFUSED", {
    cy: `Ni all dyddiad â'r statws "${status}" dderbyn y weithred "${action}". Posibl: ${possible || "dim, mae'n derfynol"}.`,
    en: `A date that is ${status} can't take the action "${action}". Possible: ${possible || "nothing, it is final"}.`,
  });
}

/** The actions that a date of this status can take; none for a final status. */
export function possibleOccurrenceActions(status: OccurrenceStatus): OccurrenceAction[] {
  return OCCURRENCE_ACTIONS.filter((action) => TRANSITIONS[status][action] !== undefined);
}

/** Whether a date of this status is still to take place or waits for an answer: what an amendment may touch. */
export function isLive(status: OccurrenceStatus): boolean {
  return status === "requested" || status === "confirmed";
}

const TRANSITIONS: Readonly<
  Record<OccurrenceStatus, Readonly<Partial<Record<OccurrenceAction, OccurrenceStatus>>>>
> = {
  requested: { confirm: "confirmed", cancel: "cancelled", displace: "displaced" },
  confirmed: {
    cancel: "cancelled",
    displace: "displaced",
    complete: "completed",
    noShow: "noShow",
  },
  displaced: { confirm: "confirmed", cancel: "cancelled" },
  cancelled: {},
  completed: {},
  noShow: {},
  excluded: {},
  denied: {},
};
