import { z } from "zod";
import { SchoolYearSchema } from "./calendar-schema.ts";

/** A file of term dates, as `importTermDatesJson` reads it. */
export const TermDatesJsonSchema = z.strictObject({
  years: z.array(SchoolYearSchema).min(1).max(50).readonly(),
});
