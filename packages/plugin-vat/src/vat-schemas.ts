import { z } from "@hono/zod-openapi";
import { LocalDateSchema, SCHOOL_CATEGORIES, SPACE_KINDS } from "@neuadd/core";
import { CONDITION_CODES } from "./evidence.ts";
import { VAT_ANSWERS, VAT_GROUNDS } from "./vat-answer.ts";
import { SUPPLIERS } from "./vat-facts.ts";
import { VAT_STATES } from "./vat-state.ts";

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
    example: { supplier: "governingBody", isOptedToTax: false, isEligibleBody: false },
  });

export const AgreementSchema = z
  .strictObject({
    isPaidAsWhole: told("Payable as a whole, whether or not each session is used."),
    hasWrittenAgreement: told("There is written evidence."),
    refundsHirer: told("Whether the hirer has money back on cancelling."),
    hasExclusiveUse: told("The hirer alone has the facility."),
    isSport: told("It is for sport. Absent: by the name of the activity, where that tells."),
    isOneActivity: told(
      "It is for one activity throughout. Absent: by its name, where that tells.",
    ),
    hasSportsEquipment: told("Nets, racquets and the like come along."),
    isSetUpForSport: told("The supplier set the room up for sport before."),
    isQualifyingHirer: told("A school, club, association or body for clubs, with evidence."),
    isWithinCouncil: told("The hirer is a part of the council that supplies."),
    servesIndividualsInSport: told("For individuals who take part in sport."),
  })
  .openapi("VatAgreement", {
    description: "What was agreed about a booking. Absent: not told.",
    example: {
      isPaidAsWhole: true,
      hasWrittenAgreement: true,
      refundsHirer: false,
      hasExclusiveUse: true,
      isQualifyingHirer: true,
    },
  });

const SessionSchema = z.object({
  date: LocalDateSchema,
  startTime: z.string(),
  endTime: z.string(),
  space: z.string(),
  spaceKind: z.enum(SPACE_KINDS).exactOptional(),
  premises: z.string().exactOptional(),
});

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
    sessions: z.array(SessionSchema).openapi({ description: "The sessions that were looked at." }),
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
  .openapi("NewVatDecision", {
    example: { answer: "exempt", note: "Agreed with the authority.", assessment: 1 },
  });

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
    state: z.enum(VAT_STATES).openapi({
      description:
        "`undecided`: the rules have an answer, the school has not decided; `review`: neither has; `stale`: decided on an earlier assessment.",
    }),
    isDecisionStale: z
      .boolean()
      .openapi({ description: "The assessment has changed since the decision: decide again." }),
  })
  .openapi("BookingVat");

export const ToDecideSchema = z
  .object({
    items: z.array(
      z.object({
        booking: z.string(),
        title: z.string(),
        hirer: z.string(),
        first: LocalDateSchema,
        last: LocalDateSchema,
        state: z.enum(["undecided", "review", "stale"]),
        sentence: z.string(),
        assessment: z.int().openapi({ description: "Number of the assessment to decide on." }),
        answer: z.enum(VAT_ANSWERS),
        ground: z.enum(VAT_GROUNDS),
        decision: DecisionSchema.exactOptional(),
      }),
    ),
    next: z.string().exactOptional(),
  })
  .openapi("VatToDecide", { description: "Bookings on whose VAT a school has to decide." });
