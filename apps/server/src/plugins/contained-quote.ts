import { type Bilingual, isLocalDate } from "@neuadd/core";
import type { QuoteLine, QuoteRequest, QuoteSource } from "@neuadd/plugin-kit";
import type { Logger } from "pino";
import type { Schedule } from "../schedule.ts";
import type { Quote } from "./plugin-runtime.ts";
import { withinTime } from "./within-time.ts";

export interface QuoteOptions {
  readonly logger: Logger;
  readonly schedule: Schedule;
  /** How long a preview waits for one plugin's price. */
  readonly quoteLimitMs: number;
}

/**
 * Asks all sources at once. One that throws, takes too long or answers what is no line is named in
 * `missing`, and its lines are left out whole: half a price is worse than none.
 */
export async function askForQuote(
  sources: ReadonlyMap<string, QuoteSource>,
  request: QuoteRequest,
  options: QuoteOptions,
): Promise<Quote> {
  const answers = await Promise.all(
    [...sources].map(async ([plugin, source]) => ({
      plugin,
      lines: await linesOf(plugin, source, request, options),
    })),
  );
  return {
    lines: answers.flatMap(({ lines }) => lines ?? []),
    missing: answers.filter(({ lines }) => lines === undefined).map(({ plugin }) => plugin),
  };
}

async function linesOf(
  plugin: string,
  source: QuoteSource,
  request: QuoteRequest,
  { logger, schedule, quoteLimitMs }: QuoteOptions,
): Promise<readonly QuoteLine[] | undefined> {
  try {
    const lines: unknown = await withinTime(schedule, quoteLimitMs, () => source(request));
    if (!Array.isArray(lines)) throw new TypeError("A quote source must answer a list of lines.");
    return lines.map(asLine);
  } catch (error) {
    logger.error({ err: error, plugin }, "A quote source failed");
    return undefined;
  }
}

/** The line, with nothing beside the fields of the contract. */
function asLine(line: QuoteLine): QuoteLine {
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
