import { z } from "zod";
import { SlugSchema } from "../premises/space-schema.ts";
import { LocalDateSchema, LocalTimeSchema } from "../time/time-schema.ts";
import type { SeriesChange } from "./amendment.ts";
import {
  MAXIMUM_ATTENDANCE,
  MAXIMUM_SERIES_DATES,
  MAXIMUM_SHIFT_MINUTES,
} from "./series-limits.ts";
import {
  CLASH_POLICIES,
  type OnClash,
  type RequestedRecurrence,
  type SeriesRequest,
} from "./series-request.ts";

/** As long as `parseRecurrenceRule` reads. */
const LONGEST_RULE = 1000;

const DatesSchema = z.array(LocalDateSchema).max(MAXIMUM_SERIES_DATES);

const AttendanceSchema = z
  .int()
  .min(1)
  .max(MAXIMUM_ATTENDANCE)
  .meta({ description: "How many people are expected.", examples: [16] });

/** The recurrence of a request. What its parts contradict is found by `decideSeries`. */
export const RequestedRecurrenceSchema = z.strictObject({
  rule: z
    .string()
    .min(1)
    .max(LONGEST_RULE)
    .meta({ description: "An RFC 5545 RRULE value.", examples: ["FREQ=WEEKLY"] }),
  until: LocalDateSchema.exactOptional(),
  count: z.int().min(1).max(MAXIMUM_SERIES_DATES).exactOptional(),
  termTimeOnly: z.boolean().exactOptional(),
  includeHalfTerm: z.boolean().exactOptional(),
  excludeBankHolidays: z.boolean().exactOptional(),
  excludeInsetDays: z.boolean().exactOptional(),
  exceptDates: DatesSchema.exactOptional(),
  extraDates: DatesSchema.exactOptional(),
}) satisfies z.ZodType<RequestedRecurrence>;

/** What to do with dates that can't be had. */
export const OnClashSchema = z.strictObject({
  policy: z.enum(CLASH_POLICIES),
  minimumOccurrences: z.int().min(1).max(MAXIMUM_SERIES_DATES).exactOptional(),
  spaces: z.array(SlugSchema).max(100).exactOptional(),
  shiftMinutes: z.int().min(1).max(MAXIMUM_SHIFT_MINUTES).exactOptional(),
}) satisfies z.ZodType<OnClash>;

/**
 * The shape of a series request, as a body of the HTTP API has it: nothing beyond the fields known, and
 * no list or text without a limit. Extend it with what else a body holds. Whether the space exists and
 * the fields agree with each other is for `decideSeries` to say.
 */
export const SeriesRequestSchema = z.strictObject({
  space: SlugSchema,
  layout: SlugSchema.exactOptional(),
  attendance: AttendanceSchema.exactOptional(),
  facilities: z.array(z.string().min(1).max(64)).max(50).exactOptional(),
  first: LocalDateSchema,
  startTime: LocalTimeSchema,
  endTime: LocalTimeSchema,
  recurrence: RequestedRecurrenceSchema.exactOptional(),
  onClash: OnClashSchema.exactOptional(),
}) satisfies z.ZodType<SeriesRequest>;

/** The shape of a change to a series. Which fields go with which scope is for `amendSeries` to say. */
export const SeriesChangeSchema = z.strictObject({
  scope: z.enum(["this", "thisAndFollowing", "all"]),
  date: LocalDateSchema.exactOptional(),
  newDate: LocalDateSchema.exactOptional(),
  space: SlugSchema.exactOptional(),
  startTime: LocalTimeSchema.exactOptional(),
  endTime: LocalTimeSchema.exactOptional(),
  attendance: AttendanceSchema.exactOptional(),
  recurrence: RequestedRecurrenceSchema.extend({
    first: LocalDateSchema.exactOptional(),
  }).exactOptional(),
}) satisfies z.ZodType<SeriesChange>;
