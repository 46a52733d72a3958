import { z } from "zod";
import { BilingualSchema } from "../language/bilingual-schema.ts";
import { PHASES } from "../premises/premises.ts";
import { AIM_IDS } from "./aims.ts";
import { APPROACH_IDS } from "./approaches.ts";
import { CONNECTION_IDS } from "./connections.ts";
import { ELEMENT_IDS } from "./elements.ts";
import { ENABLER_IDS } from "./enablers.ts";
import { OUTCOME_BENEFICIARIES, OUTCOME_IDS } from "./outcomes.ts";
import { PARTNER_KIND_IDS } from "./partner-kinds.ts";
import { ROLE_IDS } from "./roles.ts";
import { TERM_IDS } from "./terms.ts";

/** Ids of elements, for what refers to them: the purpose of a booking, a report. */
export const ElementIdSchema = z.enum(ELEMENT_IDS);
export const EnablerIdSchema = z.enum(ENABLER_IDS);
export const PartnerKindIdSchema = z.enum(PARTNER_KIND_IDS);

const SourceSchema = z.strictObject({
  title: z.string().min(1),
  address: z.url({ protocol: /^https$/ }).exactOptional(),
});

const common = {
  name: BilingualSchema,
  description: BilingualSchema,
  source: SourceSchema,
  reviewed: z.strictObject({ name: z.boolean(), description: z.boolean() }),
};

/**
 * The shape of `framework`. Unknown keys are refused, ids must be known ones. It checks shapes, not that every entry is
 * there: a part of the framework, filtered or in another order, is accepted too.
 */
export const FrameworkSchema = z.strictObject({
  elements: z.array(z.strictObject({ id: ElementIdSchema, ...common })),
  enablers: z.array(z.strictObject({ id: EnablerIdSchema, ...common })),
  connections: z.array(
    z.strictObject({
      id: z.enum(CONNECTION_IDS),
      between: z.tuple([ElementIdSchema, ElementIdSchema]),
      enablers: z.array(EnablerIdSchema).min(1),
      ...common,
    }),
  ),
  aims: z.array(z.strictObject({ id: z.enum(AIM_IDS), element: ElementIdSchema, ...common })),
  outcomes: z.array(
    z.strictObject({
      id: z.enum(OUTCOME_IDS),
      beneficiary: z.enum(OUTCOME_BENEFICIARIES),
      ...common,
    }),
  ),
  terms: z.array(z.strictObject({ id: z.enum(TERM_IDS), ...common })),
  phases: z.array(z.strictObject({ id: z.enum(PHASES), ...common })),
  partnerKinds: z.array(
    z.strictObject({ id: PartnerKindIdSchema, element: ElementIdSchema, ...common }),
  ),
  approaches: z.array(
    z.strictObject({
      id: z.enum(APPROACH_IDS),
      elements: z.array(ElementIdSchema).min(1),
      partnerKinds: z.array(PartnerKindIdSchema).min(1),
      ...common,
    }),
  ),
  roles: z.array(z.strictObject({ id: z.enum(ROLE_IDS), ...common })),
});
