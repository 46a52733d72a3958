import type { QuoteLine, QuoteRequest, QuoteSource } from "@neuadd/plugin-kit";
import { quoteLine } from "@neuadd/plugin-kit/host";
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
    return lines.map(quoteLine);
  } catch (error) {
    logger.error({ err: error, plugin }, "A quote source failed");
    return undefined;
  }
}
