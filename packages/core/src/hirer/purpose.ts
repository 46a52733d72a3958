import type { ElementId } from "../framework/elements.ts";
import type { PartnerKindId } from "../framework/partner-kinds.ts";
import type { Bilingual } from "../language/bilingual.ts";

export const AUDIENCE_TAGS = [
  "0-4",
  "5-10",
  "11-16",
  "16-25",
  "adults",
  "60+",
  "families",
  "welshMedium",
] as const;
/** Whom a booking is for: ages in years, both ends included, and what cuts across ages. */
export type AudienceTag = (typeof AUDIENCE_TAGS)[number];

export const AUDIENCE_NAMES: Readonly<Record<AudienceTag, Bilingual>> = {
  "0-4": { cy: "Plant 0 i 4 oed", en: "Children aged 0 to 4" },
  "5-10": { cy: "Plant 5 i 10 oed", en: "Children aged 5 to 10" },
  "11-16": { cy: "Pobl ifanc 11 i 16 oed", en: "Young people aged 11 to 16" },
  "16-25": { cy: "Pobl ifanc 16 i 25 oed", en: "Young people aged 16 to 25" },
  adults: { cy: "Oedolion", en: "Adults" },
  "60+": { cy: "Pobl 60 oed a throsodd", en: "People aged 60 and over" },
  families: { cy: "Teuluoedd", en: "Families" },
  welshMedium: { cy: "Cyfrwng Cymraeg", en: "Welsh-medium" },
};

/**
 * What a booking is for, which is what reports are made of. Its activity and the attendance expected
 * stand beside it in the request: the decision needs them too.
 */
export interface Purpose {
  /** Elements of the Community Focused Schools framework that it serves. Empty: none, as a private party. */
  readonly elements: readonly ElementId[];
  /** Empty: not said. */
  readonly audience: readonly AudienceTag[];
  /** Absent: the hirer is no partner of the school. */
  readonly partnerKind?: PartnerKindId;
}
