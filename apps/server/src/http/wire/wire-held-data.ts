import { z } from "@hono/zod-openapi";
import type { HirerExport } from "../../hirers/export-hirer.ts";
import type { KeptRecords } from "../../plugins/kept-records.ts";
import { WireHirer } from "./wire-hirer.ts";
import type { Wording } from "./wording.ts";

const WireFacts = z.record(z.string(), z.unknown());

export const WireHirerExport = WireHirer.omit({ revision: true })
  .extend({
    createdAt: z.string(),
    schools: z.array(z.string()).openapi({ description: "Ids of the schools that know it." }),
    bookings: z.array(WireFacts).openapi({ description: "Its bookings, with all their dates." }),
    keys: z
      .array(WireFacts)
      .openapi({ description: "Its keys, without what would open anything." }),
    actions: z
      .array(WireFacts)
      .openapi({ description: "What was done with its keys, as the ledgers of its schools say." }),
    plugins: z
      .record(z.string(), z.array(z.object({ table: z.string(), record: WireFacts })))
      .openapi({ description: "By id of a plugin, what that holds in tables of its own." }),
  })
  .openapi("HirerExport", {
    description: "All that the server and its plugins hold of a hirer.",
  });

export const WireErasure = z
  .object({
    schools: z.int().openapi({ description: "At how many schools it was known." }),
    bookings: z
      .int()
      .openapi({ description: "Of how many bookings title and reasons were erased." }),
    kept: z
      .array(
        z.object({
          plugin: z.string(),
          table: z.string(),
          count: z.int(),
          what: z.string(),
          reason: z.string(),
          financialYears: z.int(),
        }),
      )
      .openapi({
        description:
          "What plugins have to keep, why, and for how many whole financial years before it is erased.",
      }),
  })
  .openapi("HirerErasure", { description: "What was erased of a hirer." });

/** The wire form has lists that may be written to. */
export function wireHirerExport(held: HirerExport): z.output<typeof WireHirerExport> {
  return structuredClone(held) as unknown as z.output<typeof WireHirerExport>;
}

export function wireErasure(
  erased: { readonly schools: number; readonly bookings: number },
  kept: readonly KeptRecords[],
  { language }: Pick<Wording, "language">,
): z.output<typeof WireErasure> {
  return {
    schools: erased.schools,
    bookings: erased.bookings,
    kept: kept.map(({ what, reason, ...records }) => ({
      ...records,
      what: what[language],
      reason: reason[language],
    })),
  };
}
