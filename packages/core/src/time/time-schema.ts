import { z } from "zod";
import { isLocalDate } from "./local-date.ts";
import { LOCAL_TIME_PATTERN } from "./local-time.ts";
import { isZone } from "./zone-name.ts";

/** A date as `2026-09-08` that exists, in the years 0001 to 9999. */
export const LocalDateSchema = z.iso
  .date("Write a date that exists, as 2026-09-08.")
  .refine(isLocalDate, "Write a date of the years 0001 to 9999.")
  .meta({ description: "A date without a zone.", examples: ["2026-09-08"] });

/** A time of day as `18:00`, from `00:00` to `24:00`. */
export const LocalTimeSchema = z
  .string()
  .regex(LOCAL_TIME_PATTERN, "Write hours and minutes as 18:00, from 00:00 to 24:00.")
  .meta({
    description: "A time of day without a zone; 24:00 is the end of the day.",
    examples: ["18:00"],
  });

/** An IANA time zone that this machine's zone data has. */
export const ZoneSchema = z
  .string()
  .max(64)
  .refine(isZone, "Use the name of an IANA time zone, such as Europe/London.")
  .meta({ description: "An IANA time zone.", examples: ["Europe/London"] });
