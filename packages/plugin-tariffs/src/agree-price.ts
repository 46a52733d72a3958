import type { Instant, LocalDate } from "@neuadd/core";
import type { BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { type FrozenQuote, keepAgreedLines } from "./frozen-quote.ts";
import { priceSeries } from "./price-series.ts";
import { payerOf, sessionsOf } from "./sessions-of.ts";
import { addQuote, readQuotes } from "./tariff-store.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";

/** When a price is agreed, and of which dates: those that were agreed before belong to it too. */
export interface Agreement {
  readonly revision: number;
  readonly at: Instant;
  /** One that was cancelled since is priced all the same, and released after. */
  readonly dates: readonly LocalDate[];
}

/**
 * Freezes the price of an approved booking, with the versions that had been entered by then; dates that
 * were agreed before keep their price. The same agreement a second time changes nothing. Answers the quote
 * that holds, or undefined when the school has no tariff.
 */
export async function agreePrice(
  context: TariffsContext,
  facts: Pick<SchoolFacts, "tree" | "calendar">,
  booking: BookingFacts,
  { revision, at, dates }: Agreement,
): Promise<FrozenQuote | undefined> {
  const { host, tables } = context;
  const { school, id, hirer, request } = booking;
  const [agreed] = await readQuotes(tables, school, id);
  if (agreed !== undefined && isUpTo(agreed, { revision, at })) return agreed;
  const all = await versionsOf(context, school);
  const versions = all.filter(({ enteredAt }) => enteredAt <= at);
  if (versions.length === 0) return agreed;
  const wanted = new Set([...dates, ...(agreed?.places ?? []).map(({ date }) => date)]);
  const places = booking.occurrences.filter(({ date }) => wanted.has(date));
  const who = await host.reads.hirer(hirer);
  const priced = priceSeries(versions, sessionsOf(facts, places), payerOf(request, who));
  if (priced === undefined) return agreed;
  const quote: FrozenQuote = {
    ...keepAgreedLines(agreed, priced),
    booking: id,
    hirer,
    revision,
    at,
  };
  await addQuote(tables, school, quote);
  return quote;
}

/** Whether a price is of this moment of the ledger or a later one. The ledger may stand still while prices are entered. */
function isUpTo(agreed: FrozenQuote, { revision, at }: Omit<Agreement, "dates">): boolean {
  return agreed.revision > revision || (agreed.revision === revision && agreed.at >= at);
}
