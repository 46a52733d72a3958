import { minutesOfDay } from "@neuadd/core";
import type { PluginReads, QuoteSource } from "@neuadd/plugin-kit";
import { type Agreement, isLoud } from "./agreement.ts";

const LATE_MINUTES = 60;

/** Kind 2, a quote: a line for each date to be booked that ends within the last hour before the quiet time. */
export function soundCheckQuote(agreement: Agreement, reads: PluginReads): QuoteSource {
  return async ({ school, decision }) => {
    const facts = await reads.school(school);
    const lateFrom = minutesOfDay(agreement.from) - LATE_MINUTES;
    return decision.occurrences
      .filter(({ verdict, space, endTime }) => {
        const found = facts?.tree.byId.get(space);
        const isLate = minutesOfDay(endTime) > lateFrom;
        return verdict === "bookable" && isLate && found !== undefined && isLoud(found, agreement);
      })
      .map(({ date }) => ({
        label: { cy: "Mesur lefel y sain", en: "Measuring the sound level" },
        amountPence: agreement.soundCheckPence,
        currency: "GBP",
        date,
      }));
  };
}
