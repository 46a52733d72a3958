import { z } from "@hono/zod-openapi";
import { LocalDateSchema, SCHOOL_CATEGORIES } from "@neuadd/core";
import { VAT_ANSWERS, VAT_GROUNDS } from "./decide-vat.ts";
import { CONDITION_CODES } from "./evidence.ts";
import { SUPPLIERS } from "./vat-facts.ts";

const told = (description: string) => z.boolean().openapi({ description }).exactOptional();

export const SupplierSchema = z
  .strictObject({
    supplier: z.enum(SUPPLIERS).exactOptional(),
    isOptedToTax: told("Whether an option to tax is in force."),
    treatsSportAsNonBusiness: told("The policy of a council, after Brief 3/2023."),
    isEligibleBody: told("A non-profit eligible body of Group 10."),
    category: z.enum(SCHOOL_CATEGORIES).exactOptional(),
  })
  .openapi("VatSupplier", {
    description: "What a school has told of who supplies. Absent: not told.",
  });

export const AgreementSchema = z
  .strictObject({
    isPaidAsWhole: told("Payable as a whole, whether or not each session is used."),
    hasWrittenAgreement: told("There is written evidence."),
    refundsHirer: told("Whether the hirer has money back on cancelling."),
    hasExclusiveUse: told("The hirer alone has the facility."),
    hasSportsEquipment: told("Nets, racquets and the like come along."),
    isSetUpForSport: told("The supplier set the room up for sport before."),
    isQualifyingHirer: told("A school, club, association or body for clubs, with evidence."),
    isWithinCouncil: told("The hirer is a part of the council that supplies."),
    servesIndividualsInSport: told("For individuals who take part in sport."),
  })
  .openapi("VatAgreement", { description: "What was agreed about a booking. Absent: not told." });

const AssessmentSchema = z
  .object({
    number: z.int(),
    revision: z.int(),
    at: z.int(),
    answer: z.enum(VAT_ANSWERS),
    ground: z.enum(VAT_GROUNDS),
    reason: z.string(),
    evidence: z.array(
      z.object({
        condition: z.enum(CONDITION_CODES),
        met: z.enum(["yes", "no", "unknown"]),
        reason: z.string(),
        facts: z.record(z.string(), z.unknown()),
      }),
    ),
    rulePack: z.string(),
    sources: z.array(z.string()),
  })
  .openapi("VatAssessment", {
    description: "How VAT falls by the rules, and why. It only informs.",
  });

const DecisionSchema = z
  .object({
    number: z.int(),
    answer: z.enum(["exempt", "standardRated", "outsideScope"]),
    note: z.string().exactOptional(),
    assessment: z.int().openapi({ description: "Number of the assessment it rests on." }),
    at: z.int(),
    actor: z.string(),
  })
  .openapi("VatDecision", { description: "What the school decided." });

export const NewDecisionSchema = z
  .strictObject({
    answer: z.enum(["exempt", "standardRated", "outsideScope"]),
    note: z.string().trim().min(1).max(2000).exactOptional(),
    assessment: z.int().min(1).openapi({ description: "Number of the assessment that was read." }),
  })
  .openapi("NewVatDecision");

const RemovalSchema = z.object({
  dates: z.array(LocalDateSchema),
  sessionsLeft: z.int(),
  before: z.enum(VAT_ANSWERS),
  after: z.enum(VAT_ANSWERS),
  reason: z.string(),
});

export const PlanSchema = z
  .object({
    without: RemovalSchema.exactOptional(),
    fragileDates: z.array(RemovalSchema),
    blocks: z.array(
      z.object({
        first: LocalDateSchema,
        last: LocalDateSchema,
        sessions: z.int(),
        keepsExemption: z.boolean(),
        spareSessions: z.int(),
      }),
    ),
  })
  .openapi("VatPlan", { description: "What would become of the exemption if dates fell away." });

export const BookingVatSchema = z
  .object({
    assessment: AssessmentSchema,
    agreement: AgreementSchema,
    decision: DecisionSchema.exactOptional(),
    isDecisionStale: z
      .boolean()
      .openapi({ description: "The assessment has changed since the decision: decide again." }),
  })
  .openapi("BookingVat");
