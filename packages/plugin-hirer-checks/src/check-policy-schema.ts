import { z } from "@hono/zod-openapi";
import {
  ActivitySchema,
  AUDIENCE_TAGS,
  HIRER_CATEGORIES,
  HIRER_DOCUMENT_KINDS,
} from "@neuadd/core";
import { CHECK_OUTCOMES, type CheckPolicy } from "./check-policy.ts";

const Outcome = z.enum(CHECK_OUTCOMES);

const Requirement = z.strictObject({
  kinds: z.array(z.enum(HIRER_DOCUMENT_KINDS)).min(1).max(HIRER_DOCUMENT_KINDS.length),
  activities: z.array(ActivitySchema).min(1).max(100).exactOptional(),
  audiences: z.array(z.enum(AUDIENCE_TAGS)).min(1).max(AUDIENCE_TAGS.length).exactOptional(),
  categories: z.array(z.enum(HIRER_CATEGORIES)).min(1).max(HIRER_CATEGORIES.length).exactOptional(),
  outcome: Outcome,
});

/** What a school checks, as its key writes it. */
export const CheckPolicySchema = z
  .strictObject({
    documents: z.array(Requirement).max(50),
    supervision: z.enum([...CHECK_OUTCOMES, "off"]),
    eventNotices: z.strictObject({
      activities: z.array(ActivitySchema).max(100),
      outcome: Outcome,
    }),
    reminderDays: z.array(z.int().min(1).max(365)).max(5),
  })
  .openapi("HirerCheckPolicy", {
    description: "What a school checks of those who hire.",
    example: {
      documents: [
        { kinds: ["publicLiabilityInsurance"], outcome: "deny" },
        {
          kinds: ["safeguardingPolicy", "dbsStatement"],
          audiences: ["0-4", "5-10", "11-16"],
          outcome: "deny",
        },
      ],
      supervision: "warn",
      eventNotices: { activities: ["party"], outcome: "warn" },
      reminderDays: [60, 14],
    },
  }) satisfies z.ZodType<CheckPolicy>;
