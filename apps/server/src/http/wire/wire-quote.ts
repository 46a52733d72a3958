import { z } from "@hono/zod-openapi";
import type { Quote } from "../../plugins/plugin-runtime.ts";
import { WireDate } from "./wire-parts.ts";
import type { Wording } from "./wording.ts";

export const WireQuote = z
  .object({
    lines: z.array(
      z.object({
        label: z.string(),
        amountPence: z.int(),
        currency: z.string(),
        date: WireDate.exactOptional(),
      }),
    ),
    totals: z.array(z.object({ currency: z.string(), amountPence: z.int() })),
    missing: z.array(z.string()).openapi({
      description: "Plugins that failed to price. Unless it is empty, the quote is not whole.",
    }),
  })
  .openapi("Quote", { description: "What the dates that can be booked would cost." });
export type WireQuote = z.output<typeof WireQuote>;

/** A quote in the caller's language, with one total for each currency, in order of first mention. */
export function wireQuote({ lines, missing }: Quote, { language }: Wording): WireQuote {
  const totals = new Map<string, number>();
  for (const { currency, amountPence } of lines) {
    totals.set(currency, (totals.get(currency) ?? 0) + amountPence);
  }
  return {
    lines: lines.map(({ label, amountPence, currency, date }) => ({
      label: label[language],
      amountPence,
      currency,
      ...(date !== undefined && { date }),
    })),
    totals: [...totals].map(([currency, amountPence]) => ({ currency, amountPence })),
    missing: [...missing],
  };
}
