import type { SpaceKind } from "@neuadd/core";

/** Which rules a decision was made by. Decisions keep the version, so that an old one can be understood. */
export const RULE_PACK = Object.freeze({
  version: "uk-2026-11-23",
  /** Of the standard rate. */
  standardRatePercent: 20,
  /** VATA 1994 Sch 9 Group 1 Note 16, as VAT Notice 742 section 5 has it. */
  fewestSessions: 10,
  shortestGapMinutes: 24 * 60,
  longestGapMinutes: 14 * 24 * 60,
  /** A single let of more than this, continuous, is exempt (same item, paragraph (m) proviso). */
  longLetMinutes: 24 * 60,
});

/** Where the rules come from, for whoever checks a decision. */
export const RULE_SOURCES: readonly string[] = Object.freeze([
  "VATA 1994 Schedule 9 Group 1 item 1(m) and Note 16; Group 10 item 3",
  "VAT Notice 742, section 5",
  "HMRC manuals VATLP19200 to VATLP19500 and VATGPB8410",
  "Revenue and Customs Brief 3/2023",
  "Polo Farm Sports Club, VAT Tribunal decision 20105 (2007)",
]);

/** Designed or adapted for sport: each court or pitch is a facility of its own. */
export const SPORTS_FACILITIES: ReadonlySet<SpaceKind> = new Set<SpaceKind>([
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
]);

/** Kitchens that are the main purpose are let with catering in mind: taxable, and no sports facility. */
export const KITCHENS: ReadonlySet<SpaceKind> = new Set<SpaceKind>(["kitchen"]);

/** General-purpose places in which games are played: whether equipment comes along has to be asked. */
export const ROOMS_FOR_GAMES: ReadonlySet<SpaceKind> = new Set<SpaceKind>([
  "schoolHall",
  "multiPurposeRoom",
  "outdoorArea",
]);
