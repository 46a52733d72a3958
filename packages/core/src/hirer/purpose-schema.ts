import { z } from "zod";
import { ELEMENT_IDS } from "../framework/elements.ts";
import { PARTNER_KIND_IDS } from "../framework/partner-kinds.ts";
import { oneLineSchema } from "../language/one-line-schema.ts";
import { AUDIENCE_TAGS, type Purpose } from "./purpose.ts";

/** What people do: a word of their own, such as `badminton`, that reports count by. */
export const ActivitySchema = oneLineSchema(100).meta({
  description: "What people do.",
  examples: ["badminton"],
});

export const PurposeSchema = z.strictObject({
  elements: distinct(z.enum(ELEMENT_IDS), ELEMENT_IDS.length),
  audience: distinct(z.enum(AUDIENCE_TAGS), AUDIENCE_TAGS.length),
  partnerKind: z.enum(PARTNER_KIND_IDS).exactOptional(),
}) satisfies z.ZodType<Purpose>;

function distinct<Item extends z.ZodType<string>>(item: Item, most: number) {
  return z
    .array(item)
    .max(most)
    .refine((items) => new Set<unknown>(items).size === items.length, {
      message: "One of them is given twice.",
    })
    .readonly();
}
