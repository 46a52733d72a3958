import { type Bilingual, isLocalDate } from "@neuadd/core";
import type { QuoteLine } from "../quote.ts";

/** The line, with nothing beside the fields of the contract. Throws a TypeError for what is no line. */
export function quoteLine(line: QuoteLine): QuoteLine {
  const { label, amountPence, currency, date } = line;
  const isLine =
    isBilingual(label) &&
    Number.isSafeInteger(amountPence) &&
    /^[A-Z]{3}$/.test(currency) &&
    (date === undefined || isLocalDate(date));
  if (!isLine) {
    throw new TypeError(
      "A line of a quote needs a label in both languages, whole pence, a currency such as GBP, and a date only of the form 2026-09-08.",
    );
  }
  return {
    label: { cy: label.cy, en: label.en },
    amountPence,
    currency,
    ...(date === undefined ? {} : { date }),
  };
}

function isBilingual(text: Bilingual): boolean {
  return [text.cy, text.en].every((side) => typeof side === "string" && side.trim() !== "");
}
