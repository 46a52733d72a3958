import { z } from "zod";
import { LanguageSchema } from "../language/bilingual-schema.ts";
import { oneLineSchema } from "../language/one-line-schema.ts";
import { LocalDateSchema } from "../time/time-schema.ts";
import { HIRER_DOCUMENT_KINDS, type HirerDocument } from "./hirer-document.ts";
import {
  HIRER_CATEGORIES,
  HIRER_ROLES,
  type Hirer,
  type HirerContact,
  type HirerMember,
} from "./hirer.ts";

const IdSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "Write an id of letters, digits, hyphens and underscores.");

const NameSchema = oneLineSchema(200);

/** As long as an address may be: RFC 5321, section 4.5.3.1.3. */
const EmailSchema = z.email().max(254);

export const HirerContactSchema = z.strictObject({
  name: NameSchema,
  email: EmailSchema,
  telephone: z
    .string()
    .regex(/^\+?[0-9][0-9 ()-]{4,29}$/, "Write a telephone number, such as 01632 960001.")
    .exactOptional(),
}) satisfies z.ZodType<HirerContact>;

export const HirerMemberSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema,
  email: EmailSchema,
  role: z.enum(HIRER_ROLES),
}) satisfies z.ZodType<HirerMember>;

export const HirerSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema,
  category: z.enum(HIRER_CATEGORIES),
  language: LanguageSchema,
  contact: HirerContactSchema,
  members: z
    .array(HirerMemberSchema)
    .max(200)
    .refine((members) => new Set(members.map(({ id }) => id)).size === members.length, {
      message: "Two members have the same id.",
    })
    .readonly(),
}) satisfies z.ZodType<Hirer>;

export const HirerDocumentSchema = z
  .strictObject({
    kind: z.enum(HIRER_DOCUMENT_KINDS),
    reference: NameSchema,
    validFrom: LocalDateSchema,
    validUntil: LocalDateSchema.exactOptional(),
    seenBy: NameSchema,
    seenOn: LocalDateSchema,
  })
  .refine(({ validFrom, validUntil }) => validUntil === undefined || validFrom <= validUntil, {
    message: "The last day is before the first day.",
    path: ["validUntil"],
  }) satisfies z.ZodType<HirerDocument>;
