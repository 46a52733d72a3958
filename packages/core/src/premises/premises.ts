import type { CommunityHoursRule } from "../calendar/community-hours.ts";
import type { Bilingual } from "../language/bilingual.ts";
import type { LocalInterval } from "../time/interval.ts";
import type { ZoneId } from "../time/zone-name.ts";
import type { BookingTerms, SpaceDefinition } from "./space.ts";

export type SchoolId = string;

/** School Standards and Framework Act 1998, section 20, with the maintained nursery schools. */
export const SCHOOL_CATEGORIES = [
  "community",
  "communitySpecial",
  "foundation",
  "foundationSpecial",
  "voluntaryAided",
  "voluntaryControlled",
  "maintainedNursery",
] as const;
export type SchoolCategory = (typeof SCHOOL_CATEGORIES)[number];

/** Who controls the use of the premises: Control of School Premises (Wales) Regulations 2008 (SI 2008/136). */
export const PREMISES_CONTROLLERS = [
  "governingBody",
  "authority",
  "trustee",
  "controllingBody",
] as const;
export type PremisesController = (typeof PREMISES_CONTROLLERS)[number];

export const LANGUAGE_MEDIUMS = ["welsh", "english", "dual"] as const;
export type LanguageMedium = (typeof LANGUAGE_MEDIUMS)[number];

export const PHASES = ["earlyYears", "primary", "secondary", "post16"] as const;
export type Phase = (typeof PHASES)[number];

export interface School {
  readonly id: SchoolId;
  readonly name: Bilingual;
  /** Slug of the local authority, such as `blaenau-gwent`. */
  readonly authority: string;
  readonly cluster?: string;
  readonly category: SchoolCategory;
  readonly languageMedium: LanguageMedium;
  readonly phases: readonly Phase[];
  readonly controller: PremisesController;
  readonly zone: ZoneId;
  /** Whether a request that waits for approval keeps its time from others. Default true. */
  readonly requestsHold?: boolean;
  /** Days after which an unanswered request lapses. Absent: never. */
  readonly requestsLapseAfterDays?: number;
}

/** One site of a school, and the spaces on it. Ids of spaces are unique within the school. */
export interface Premises {
  readonly id: string;
  readonly name: Bilingual;
  readonly address?: string;
  /** Terms that every space inherits unless it states its own. */
  readonly terms?: BookingTerms;
  readonly communityHours?: readonly CommunityHoursRule[];
  /** Hours on days of term in which pupils are taught: no community use unless hours say so. */
  readonly schoolHours?: LocalInterval;
  readonly spaces: readonly SpaceDefinition[];
}
