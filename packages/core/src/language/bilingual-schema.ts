import { z } from "zod";
import type { Bilingual, Language } from "./bilingual.ts";

/** `cy` or `en`. */
export const LanguageSchema = z.enum(["cy", "en"]) satisfies z.ZodType<Language>;

/**
 * One text in both languages, neither blank, at most 2,000 characters each, trimmed. That the Welsh is more
 * than a copy of the English is for people to see: many proper names are the same in both.
 */
export const BilingualSchema = bilingualSchema(2000) satisfies z.ZodType<Bilingual>;

/** The same for names, which have to fit in a list or a heading: at most 200 characters. */
export const BilingualNameSchema = bilingualSchema(200) satisfies z.ZodType<Bilingual>;

function bilingualSchema(longest: number) {
  const text = z.string().trim().min(1, "Give the text in both languages.").max(longest);
  return z.strictObject({ cy: text, en: text });
}
