import { z } from "zod";
import { oneLineSchema } from "./one-line-schema.ts";
import type { Bilingual, Language } from "./bilingual.ts";

const BLANK = "Give the text in both languages.";

/** `cy` or `en`. */
export const LanguageSchema = z.enum(["cy", "en"]) satisfies z.ZodType<Language>;

/**
 * One text in both languages, neither blank, at most 2,000 characters each, trimmed. That the Welsh is more
 * than a copy of the English is for people to see: many proper names are the same in both.
 */
export const BilingualSchema = inBothLanguages(
  z.string().trim().min(1, BLANK).max(2000),
) satisfies z.ZodType<Bilingual>;

/** The same for names, which have to fit in a list or a heading: one line of at most 200 characters. */
export const BilingualNameSchema = inBothLanguages(
  oneLineSchema(200, BLANK),
) satisfies z.ZodType<Bilingual>;

function inBothLanguages<Text extends z.ZodType<string>>(text: Text) {
  return z.strictObject({ cy: text, en: text });
}
