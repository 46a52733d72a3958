/** The feeds of a school, by the names that OpenActive's tools expect in their addresses, with the kind of their items. */
export const FEED_KINDS = {
  "facility-uses": "FacilityUse",
  "individual-facility-uses": "IndividualFacilityUse",
  "facility-use-slots": "FacilityUse/Slot",
  "individual-facility-use-slots": "IndividualFacilityUse/Slot",
} as const;

export type FeedName = keyof typeof FEED_KINDS;

export const FEED_NAMES: readonly FeedName[] = [
  "facility-uses",
  "individual-facility-uses",
  "facility-use-slots",
  "individual-facility-use-slots",
];

/** Creative Commons Attribution 4.0, which OpenActive's publishers share. */
export const LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/";

export const OPENACTIVE_CONTEXT = "https://openactive.io/";
