import { z } from "@hono/zod-openapi";
import {
  BilingualNameSchema,
  DAY_KINDS,
  HIRER_CATEGORIES,
  LocalDateSchema,
  LocalIntervalSchema,
  oneLineSchema,
  SlugSchema,
  SPACE_KINDS,
} from "@neuadd/core";

const Pence = z.int().min(0).max(100_000_000);
const Percent = z.int().min(0).max(100);
const Extent = z.enum(["single", "series"]);
const Weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1)));

const PriceConditionsSchema = z
  .strictObject({
    spaces: z.array(SlugSchema).min(1).max(500).exactOptional(),
    spaceKinds: z.array(z.enum(SPACE_KINDS)).min(1).exactOptional(),
    categories: z.array(z.enum(HIRER_CATEGORIES)).min(1).exactOptional(),
    dayKinds: z.array(z.enum(DAY_KINDS)).min(1).exactOptional(),
    weekdays: z.array(Weekday).min(1).exactOptional(),
    hours: LocalIntervalSchema.exactOptional(),
    age: z.enum(["junior", "adult"]).exactOptional(),
  })
  .openapi("PriceConditions", { description: "When a price applies: all conditions must hold." });

const RateSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  pencePerHour: Pence,
  when: PriceConditionsSchema.exactOptional(),
});

const MinimumChargeSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  least: z.union([
    z.strictObject({ pence: Pence }),
    z.strictObject({ minutes: z.int().min(1).max(1440) }),
  ]),
  when: PriceConditionsSchema.exactOptional(),
});

const SupplementSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  pence: Pence,
  per: z.enum(["date", "hour"]),
  when: PriceConditionsSchema.exactOptional(),
});

const BookingFeeSchema = z.strictObject({
  id: SlugSchema,
  name: BilingualNameSchema,
  pence: Pence,
  kind: z.enum(["fee", "deposit"]),
  bookings: Extent.exactOptional(),
  categories: z.array(z.enum(HIRER_CATEGORIES)).min(1).exactOptional(),
});

const InvoicingSchema = z.strictObject({
  payee: oneLineSchema(200),
  address: z.array(oneLineSchema(200)).max(8),
  paymentDays: z.int().min(0).max(366),
  payment: BilingualNameSchema,
  vatNumber: oneLineSchema(20).exactOptional(),
});

/** A tariff as it comes in: every id once, no more than 200 rates. */
export const TariffSchema = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .openapi({ description: "ISO 4217, of a currency with a hundred minor units." }),
    rates: z.array(RateSchema).min(1).max(200),
    minimums: z.array(MinimumChargeSchema).max(50).exactOptional(),
    supplements: z.array(SupplementSchema).max(50).exactOptional(),
    fees: z.array(BookingFeeSchema).max(20).exactOptional(),
    rounding: z
      .strictObject({
        toPence: z.int().min(1).max(10_000),
        direction: z.enum(["up", "down", "nearest"]),
      })
      .exactOptional(),
    cancellation: z
      .array(
        z.strictObject({
          noticeDays: z.int().min(0).max(400),
          sharePercent: Percent,
          bookings: Extent.exactOptional(),
        }),
      )
      .max(20)
      .exactOptional(),
    invoicing: InvoicingSchema.exactOptional(),
  })
  .superRefine(({ rates, minimums = [], supplements = [], fees = [] }, context) => {
    for (const [name, entries] of Object.entries({ rates, minimums, supplements, fees })) {
      const ids = new Set<string>();
      for (const [index, { id }] of entries.entries()) {
        if (ids.has(id)) {
          context.addIssue({
            code: "custom",
            path: [name, index, "id"],
            message: `"${id}" stands twice`,
          });
        }
        ids.add(id);
      }
    }
  })
  .openapi("Tariff", { description: "What a school charges, in whole pence and without VAT." });

/** A new version of a tariff, with the first date that it prices. */
export const NewTariffSchema = z
  .strictObject({ validFrom: LocalDateSchema, tariff: TariffSchema })
  .openapi("NewTariff", {
    example: {
      validFrom: "2026-09-01",
      tariff: {
        currency: "GBP",
        rates: [
          {
            id: "hall",
            name: { cy: "Neuadd", en: "Hall" },
            pencePerHour: 2000,
            when: { spaceKinds: ["schoolHall", "sportsHall"] },
          },
          { id: "room", name: { cy: "Ystafell", en: "Room" }, pencePerHour: 900 },
        ],
        minimums: [
          {
            id: "sunday",
            name: { cy: "Tâl lleiaf ar y Sul", en: "Minimum on Sundays" },
            least: { minutes: 120 },
            when: { weekdays: [7] },
          },
        ],
        cancellation: [{ noticeDays: 28, sharePercent: 0 }],
      },
    },
  });
