import type { AudienceTag, HirerCategory, HirerDocumentKind } from "@neuadd/core";

export const CHECK_OUTCOMES = ["deny", "warn"] as const;
/** What an unmet requirement does to a date: it can't be had, or it comes with a warning. */
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/**
 * Which documents a school must have seen, and for which bookings: those that meet every condition given. A
 * requirement without conditions is for all.
 */
export interface DocumentRequirement {
  readonly kinds: readonly HirerDocumentKind[];
  /** For any of these activities, as bookings name them. */
  readonly activities?: readonly string[];
  /** For a booking whose audience has any of these. */
  readonly audiences?: readonly AudienceTag[];
  /** For hirers of any of these categories. */
  readonly categories?: readonly HirerCategory[];
  readonly outcome: CheckOutcome;
}

/** What a school checks of those who hire. */
export interface CheckPolicy {
  readonly documents: readonly DocumentRequirement[];
  /** Whether the adults with the children of a booking are counted. */
  readonly supervision: CheckOutcome | "off";
  readonly eventNotices: {
    /** Activities that need a temporary event notice, such as a party with a bar. */
    readonly activities: readonly string[];
    readonly outcome: CheckOutcome;
  };
  /** How many days before a document ends its hirer is reminded. */
  readonly reminderDays: readonly number[];
}

/** For a school that has set nothing yet: nothing is denied, and bookings for children are looked at. */
export const DEFAULT_CHECK_POLICY: CheckPolicy = {
  documents: [],
  supervision: "warn",
  eventNotices: { activities: [], outcome: "warn" },
  reminderDays: [60, 14],
};
