import type { CommunityHoursRule } from "../calendar/community-hours.ts";
import type { Bilingual } from "../language/bilingual.ts";

export type SpaceId = string;
export type LayoutId = string;

/** What a space is, after OpenActive's facility types. */
export const SPACE_KINDS = [
  "schoolHall",
  "sportsHall",
  "gymnasium",
  "badmintonCourt",
  "netballCourt",
  "basketballCourt",
  "tennisCourt",
  "volleyballCourt",
  "multiUseGamesArea",
  "footballPitch",
  "rugbyPitch",
  "hockeyPitch",
  "cricketPitch",
  "athleticsTrack",
  "swimmingPool",
  "danceStudio",
  "dramaStudio",
  "musicSuite",
  "classroom",
  "itSuite",
  "kitchen",
  "communityRoom",
  "multiPurposeRoom",
  "outdoorArea",
] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** One way of setting a space out, with how many people it then holds. */
export interface Layout {
  readonly id: LayoutId;
  readonly name: Bilingual;
  readonly capacity: number;
}

/** The rules a space sets for its bookings. Absent fields are inherited from the parent, then the premises. */
export interface BookingTerms {
  /** Minutes kept free after each booking. Default 0. */
  readonly turnaroundMinutes?: number;
  /** Shortest and longest booking, in local minutes. Defaults 30 and 1440. */
  readonly minimumMinutes?: number;
  readonly maximumMinutes?: number;
  /** Bookings start and end on multiples of this many minutes after midnight. Default 15. */
  readonly startGridMinutes?: number;
  /** A booking must be asked for at least this many hours before it starts. Default 0. */
  readonly noticeHours?: number;
  /** A booking may be at most this many days ahead of today. Default 400. */
  readonly horizonDays?: number;
}

/** A space as its school describes it: an entry of the tree. */
export interface SpaceDefinition {
  readonly id: SpaceId;
  /** Absent for a space at the root. */
  readonly parent?: SpaceId;
  readonly name: Bilingual;
  readonly kind: SpaceKind;
  /** How many people it holds in any layout. */
  readonly capacity: number;
  readonly layouts?: readonly Layout[];
  /** Such as `basketballHoops`, `projector`, `lit`, `kitchenAccess`. */
  readonly facilities?: readonly string[];
  /** Such as `stepFree`, `hearingLoop`, `accessibleToilet`. */
  readonly accessibility?: readonly string[];
  /** False: only there to give structure; it can't be booked itself. Default true. */
  readonly bookable?: boolean;
  readonly terms?: BookingTerms;
  /** Hours of community use; absent: those of the parent, then of the premises. An empty list: never open. */
  readonly communityHours?: readonly CommunityHoursRule[];
  /** The award that paid for it. A programme given as one text has the same name in both languages. */
  readonly fundedBy?: { readonly programme: Bilingual | string; readonly financialYear: string };
}
