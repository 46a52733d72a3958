import { z } from "zod";
import { CommunityHoursRuleSchema } from "../calendar/calendar-schema.ts";
import { BilingualNameSchema } from "../language/bilingual-schema.ts";
import { SPACE_KINDS, type BookingTerms, type Layout, type SpaceDefinition } from "./space.ts";

/** Ids of schools, premises, spaces and layouts: lower-case words with hyphens, safe in an address. */
export const SlugSchema = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "Write an id of lower-case letters, digits and single hyphens, such as sports-hall-a.",
  )
  .meta({ description: "An id, safe in an address.", examples: ["sports-hall-a"] });

/** More people than any school holds; it only keeps slips of the keyboard out. */
const CapacitySchema = z.int().min(1).max(100_000);

const MinutesSchema = z.int().min(0).max(1440);

/** Ranges of each term alone. That they leave a booking possible is checked when the tree is grown. */
export const BookingTermsSchema = z.strictObject({
  turnaroundMinutes: MinutesSchema.exactOptional(),
  minimumMinutes: MinutesSchema.min(1).exactOptional(),
  maximumMinutes: MinutesSchema.min(1).exactOptional(),
  startGridMinutes: MinutesSchema.min(1).exactOptional(),
  noticeHours: z
    .int()
    .min(0)
    .max(24 * 731)
    .exactOptional(),
  horizonDays: z.int().min(0).max(731).exactOptional(),
}) satisfies z.ZodType<BookingTerms>;

export const LayoutSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  capacity: CapacitySchema,
}) satisfies z.ZodType<Layout>;

/** A word that names a facility or a feature, such as `basketballHoops`. */
const FeatureSchema = z
  .string()
  .max(64)
  .regex(/^[a-z][a-zA-Z0-9]*$/, "Write a feature as one word in camel case, such as hearingLoop.");

export const SpaceSchema = z.strictObject({
  id: SlugSchema,
  parent: SlugSchema.exactOptional(),
  name: BilingualNameSchema,
  kind: z.enum(SPACE_KINDS),
  capacity: CapacitySchema,
  layouts: z.array(LayoutSchema).max(50).readonly().exactOptional(),
  facilities: z.array(FeatureSchema).max(100).readonly().exactOptional(),
  accessibility: z.array(FeatureSchema).max(100).readonly().exactOptional(),
  bookable: z.boolean().exactOptional(),
  terms: BookingTermsSchema.exactOptional(),
  communityHours: z.array(CommunityHoursRuleSchema).max(50).readonly().exactOptional(),
  fundedBy: z
    .strictObject({
      programme: z.union([BilingualNameSchema, z.string().regex(/\S/).max(200)]),
      financialYear: z.string().regex(/^\d{4}\/\d{2}$/, "Write the financial year as 2024/25."),
    })
    .exactOptional(),
}) satisfies z.ZodType<SpaceDefinition>;
