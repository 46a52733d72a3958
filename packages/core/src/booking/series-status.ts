import { CoreError } from "../errors.ts";

export const SERIES_STATUSES = [
  "requested",
  "approved",
  "declined",
  "withdrawn",
  "expired",
  "cancelled",
] as const;
export type SeriesStatus = (typeof SERIES_STATUSES)[number];

export const SERIES_ACTIONS = ["approve", "decline", "withdraw", "expire", "cancel"] as const;
export type SeriesAction = (typeof SERIES_ACTIONS)[number];

/**
 * The status of a series after an action. A requested series is approved, declined, withdrawn by its
 * hirer, or expires; an approved one can only be cancelled; every other status is final. Approving
 * is a decision of its own: decide again with the facts of the moment before it.
 *
 * @throws CoreError TRANSITION_REFUSED, which says what is possible instead
 *
 * @example
 * ```ts
 * import { seriesTransition } from "@neuadd/core";
 *
 * seriesTransition("requested", "approve"); //=> "approved"
 * ```
 */
export function seriesTransition(status: SeriesStatus, action: SeriesAction): SeriesStatus {
  const next = TRANSITIONS[status][action];
  if (next !== undefined) return next;
  const possible = possibleSeriesActions(status).join(", ");
  throw new CoreError("TRANSITION_REFUSED", {
    cy: `Ni all cyfres â'r statws "${status}" dderbyn y weithred "${action}". Posibl: ${possible || "dim, mae'n derfynol"}.`,
    en: `A series that is ${status} can't take the action "${action}". Possible: ${possible || "nothing, it is final"}.`,
  });
}

/** The actions that a series of this status can take; none for a final status. */
export function possibleSeriesActions(status: SeriesStatus): SeriesAction[] {
  return SERIES_ACTIONS.filter((action) => TRANSITIONS[status][action] !== undefined);
}

const TRANSITIONS: Readonly<
  Record<SeriesStatus, Readonly<Partial<Record<SeriesAction, SeriesStatus>>>>
> = {
  requested: {
    approve: "approved",
    decline: "declined",
    withdraw: "withdrawn",
    expire: "expired",
  },
  approved: { cancel: "cancelled" },
  declined: {},
  withdrawn: {},
  expired: {},
  cancelled: {},
};
