import { z } from "@hono/zod-openapi";

/** Parts that many answers share, named once in the OpenAPI document. */

export const WireDate = z.iso.date().openapi({
  description: "A date of the school's calendar.",
  example: "2026-09-08",
});

export const WireTime = z.string().openapi({
  description: "A time of day on the school's clocks; 24:00 is the end of the day.",
  example: "18:00",
});

export const WireInstant = z.iso.datetime({ offset: true }).openapi({
  description: "RFC 3339 with the offset of the school's zone.",
  example: "2026-09-08T18:00:00+01:00",
});

export const WireZone = z.string().openapi({
  description: "IANA zone of the school's clocks.",
  example: "Europe/London",
});

export const WireName = z
  .object({ cy: z.string(), en: z.string() })
  .openapi("Name", { description: "A name in Welsh and English." });

export const WireRevision = z.int().openapi({
  description: "Number of the last change. It only grows.",
  example: 12,
});

/** A closed set of words, as a list that zod's enum takes. */
export function oneOf<const Word extends string>(words: readonly Word[]): z.ZodType<Word> {
  return z.enum(words);
}
