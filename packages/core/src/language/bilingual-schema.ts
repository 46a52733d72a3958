import { z } from "zod";

/** One text in both languages: neither may be empty or blank, at most 2,000 characters each. */
export const BilingualSchema = z.strictObject({
  cy: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(2000),
});
