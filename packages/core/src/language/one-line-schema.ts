import { z } from "zod";

/** Control characters, ends of lines and paragraphs, and the signs that turn the direction of what follows. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/**
 * A name or a title: text on one line, trimmed, not blank, at most so many characters. It stands among words of others, in
 * a letter or a list, so that nothing in it may begin another line or turn the words around it.
 */
export function oneLineSchema(longest: number, blank?: string) {
  return z
    .string()
    .trim()
    .min(1, blank)
    .max(longest)
    .refine((text) => !NOT_IN_A_LINE.test(text), {
      message:
        "Write this on one line, without control characters or signs that turn the direction of writing.",
    });
}
