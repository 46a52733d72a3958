import { z } from "zod";
import { LocalDateSchema } from "../time/time-schema.ts";

/** What is needed of an event; GOV.UK adds keys of its own, such as `bunting`, which are let by. */
const BankHolidayEventSchema = z.object({
  title: z.string().trim().min(1).max(200),
  date: LocalDateSchema,
  notes: z.string().max(500).optional(),
});

/** One division of GOV.UK's file; a file may also be one division alone. */
export const BankHolidayDivisionSchema = z.object({
  // An empty list would wipe every bank holiday out: surely not what the file was meant to say.
  events: z.array(BankHolidayEventSchema).min(1).max(1000),
});
export type BankHolidayEvent = z.infer<typeof BankHolidayEventSchema>;
