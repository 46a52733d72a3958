import { z } from "@hono/zod-openapi";
import { BilingualSchema, LocalDateSchema } from "@neuadd/core";
import { RELEASE_REASONS } from "./account.ts";
import { DOCUMENT_KINDS } from "./billing-document.ts";
import { TariffSchema } from "./tariff-schema.ts";

const LINE_KINDS = ["hire", "minimum", "supplement", "fee", "deposit", "tax"] as const;
const Pence = z.int().openapi({ description: "Whole minor units of the currency." });

const AccountLineSchema = z.object({
  key: z.string(),
  kind: z.enum(LINE_KINDS),
  date: LocalDateSchema.exactOptional(),
  label: z.string(),
  agreedPence: Pence,
  amountPence: Pence.openapi({ description: "What is due of it." }),
  release: z.enum(RELEASE_REASONS).exactOptional(),
});

export const AccountSchema = z
  .object({
    booking: z.string(),
    revision: z.int().openapi({ description: "Of the ledger, when the price was agreed." }),
    versions: z.array(z.int()),
    currency: z.string(),
    agreedPence: Pence,
    duePence: Pence,
    unpriced: z.array(LocalDateSchema),
    lines: z.array(AccountLineSchema),
  })
  .openapi("TariffAccount", { description: "What a booking costs, and what of it is due." });

export const DocumentSchema = z
  .object({
    kind: z.enum(DOCUMENT_KINDS),
    number: z.int(),
    school: z.object({ id: z.string(), name: BilingualSchema }),
    booking: z.object({ id: z.string(), title: z.string() }),
    hirer: z.object({ id: z.string(), name: z.string(), language: z.enum(["cy", "en"]) }),
    issuedAt: z.int().openapi({ description: "Milliseconds since 1970-01-01T00:00:00Z." }),
    issuedOn: LocalDateSchema,
    payBy: LocalDateSchema.exactOptional(),
    currency: z.string(),
    lines: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(LINE_KINDS),
        date: LocalDateSchema.exactOptional(),
        label: BilingualSchema,
        amountPence: Pence,
      }),
    ),
    totalPence: Pence,
    corrects: z.array(z.int()),
    invoicing: z
      .object({
        payee: z.string(),
        address: z.array(z.string()),
        paymentDays: z.int(),
        payment: BilingualSchema,
        vatNumber: z.string().exactOptional(),
      })
      .exactOptional(),
  })
  .openapi("TariffDocument", { description: "An invoice or a credit note. It never changes." });

export const IssuedSchema = z
  .object({
    items: z.array(DocumentSchema),
    taxStates: z.array(
      z.object({
        code: z.string().openapi({ example: "vat/undecided" }),
        isSettled: z.boolean().openapi({
          description: "Whether the school has decided on what is known now.",
        }),
        sentence: z.string(),
      }),
    ),
  })
  .openapi("TariffDocumentsIssued");

export const VersionSchema = z
  .object({
    number: z.int(),
    validFrom: LocalDateSchema,
    enteredAt: z.int(),
    tariff: TariffSchema,
  })
  .openapi("TariffVersion", { description: "One version of a school's prices." });
