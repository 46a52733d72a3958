import { z } from "zod";
import { CommunityHoursRuleSchema, LocalIntervalSchema } from "../calendar/calendar-schema.ts";
import { BilingualNameSchema } from "../language/bilingual-schema.ts";
import { ZoneSchema } from "../time/time-schema.ts";
import type { Authority, Cluster } from "./authority.ts";
import {
  LANGUAGE_MEDIUMS,
  PHASES,
  PREMISES_CONTROLLERS,
  SCHOOL_CATEGORIES,
  type Premises,
  type School,
} from "./premises.ts";
import { BookingTermsSchema, SlugSchema, SpaceSchema } from "./space-schema.ts";

export const AuthoritySchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
}) satisfies z.ZodType<Authority>;

export const ClusterSchema = z.strictObject({
  id: SlugSchema,
  authority: SlugSchema,
  name: BilingualNameSchema,
}) satisfies z.ZodType<Cluster>;

export const SchoolSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  authority: SlugSchema,
  cluster: SlugSchema.exactOptional(),
  category: z.enum(SCHOOL_CATEGORIES),
  languageMedium: z.enum(LANGUAGE_MEDIUMS),
  phases: z.array(z.enum(PHASES)).min(1).max(PHASES.length).readonly(),
  controller: z.enum(PREMISES_CONTROLLERS),
  zone: ZoneSchema,
  requestsHold: z.boolean().exactOptional(),
  requestsLapseAfterDays: z.int().min(1).max(365).exactOptional(),
}) satisfies z.ZodType<School>;

/**
 * The shape of one site. What holds between its spaces (parents, capacities, terms) is checked by
 * `growSpaceTree`, over all premises of the school.
 */
export const PremisesSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  address: z.string().regex(/\S/).max(500).exactOptional(),
  terms: BookingTermsSchema.exactOptional(),
  communityHours: z.array(CommunityHoursRuleSchema).max(50).readonly().exactOptional(),
  schoolHours: LocalIntervalSchema.exactOptional(),
  spaces: z.array(SpaceSchema).max(500).readonly(),
}) satisfies z.ZodType<Premises>;
