import { z } from "@hono/zod-openapi";
import { BilingualNameSchema } from "@neuadd/core";
import { BLOCK_KINDS } from "@neuadd/plugin-kit";

/** What a subscription is made of, for routes and for the form of the page. */
export const subscriptionFields = {
  url: z.string().max(2000).openapi({ example: "https://example.org/school.ics" }),
  space: z.string().min(1).max(200),
  kind: z.enum(BLOCK_KINDS),
  name: BilingualNameSchema.meta({
    description: "What the space is taken by, for people to read.",
  }),
};
