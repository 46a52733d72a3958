import { z } from "zod";
import { BilingualNameSchema } from "../language/bilingual-schema.ts";
import type { LocalInterval } from "../time/interval.ts";
import { LocalDateSchema, LocalTimeSchema } from "../time/time-schema.ts";
import type { CommunityHoursRule } from "./community-hours.ts";
import type { CalendarLayer, SchoolCalendar, SchoolYear } from "./school-calendar.ts";
import { DAY_KINDS } from "./day-kind.ts";

/** Hours of one local day, half-open; `end` may be `24:00`. That it is after `start` is checked with the whole. */
export const LocalIntervalSchema = z.strictObject({
  start: LocalTimeSchema,
  end: LocalTimeSchema,
}) satisfies z.ZodType<LocalInterval>;

export const CommunityHoursRuleSchema = z.strictObject({
  dayKinds: z.array(z.enum(DAY_KINDS)).min(1).max(8).readonly().exactOptional(),
  periods: z
    .array(z.enum(["term", "halfTerm", "holiday"]))
    .min(1)
    .max(3)
    .readonly()
    .exactOptional(),
  weekdays: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .min(1)
    .max(7)
    .readonly()
    .exactOptional(),
  hours: z.array(LocalIntervalSchema).max(24).readonly(),
}) satisfies z.ZodType<CommunityHoursRule>;

const span = { first: LocalDateSchema, last: LocalDateSchema };

export const SchoolYearSchema = z.strictObject({
  id: z.string().regex(/^\d{4}\/\d{2}$/, "Write the school year as 2026/27."),
  terms: z
    .array(
      z.strictObject({
        ...span,
        name: BilingualNameSchema,
        halfTerm: z.strictObject(span).exactOptional(),
      }),
    )
    .min(1)
    .max(6)
    .readonly(),
}) satisfies z.ZodType<SchoolYear>;

/** The shape of a layer. That its dates do not contradict each other is checked by `checkCalendar`. */
export const CalendarLayerSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Write the id as a slug, such as term-dates.")
    .max(64),
  scope: z.enum(["national", "authority", "school"]),
  source: z.string().regex(/\S/).max(500),
  version: z.string().min(1).max(100).exactOptional(),
  years: z.array(SchoolYearSchema).max(50).readonly().exactOptional(),
  entries: z
    .array(
      z.strictObject({
        ...span,
        kind: z.enum([
          "term",
          "halfTerm",
          "holiday",
          "inset",
          "bankHoliday",
          "closure",
          "pollingDay",
        ]),
        name: BilingualNameSchema.exactOptional(),
      }),
    )
    .max(2000)
    .readonly()
    .exactOptional(),
}) satisfies z.ZodType<CalendarLayer>;

/** The shape of a calendar. That its dates do not contradict each other is checked by `checkCalendar`. */
export const SchoolCalendarSchema = z.strictObject({
  layers: z.array(CalendarLayerSchema).max(20).readonly(),
}) satisfies z.ZodType<SchoolCalendar>;
