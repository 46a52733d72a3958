import type { Instant, LocalDate } from "@neuadd/core";
import type { BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { type FrozenQuote, keepAgreedLines } from "./frozen-quote.ts";
import { priceSeries } from "./price-series.ts";
import { isCharged, payerOf, sessionsOf } from "./sessions-of.ts";
import { addQuote, readQuotes } from "./tariff-store.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";

/** When a price is agreed, and on which dates beside those that take place. */
export interface Agreement {
  readonly revision: number;
  readonly at: Instant;
  /** Dates of the approval: one that was cancelled since is priced all the same, and released after. */
  readonly dates?: readonly LocalDate[];
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
  { revision, at, dates = [] }: Agreement,
): Promise<FrozenQuote | undefined> {
  const { host, tables } = context;
  const { school, id, hirer, request } = booking;
  const [agreed] = await readQuotes(tables, school, id);
  if (agreed !== undefined && agreed.revision >= revision) return agreed;
  const all = await versionsOf(context, school);
  const versions = all.filter(({ enteredAt }) => enteredAt <= at);
  const wanted = new Set([...dates, ...(agreed?.places ?? []).map(({ date }) => date)]);
  const places = booking.occurrences.filter(
    ({ date, status }) => isCharged(status) || wanted.has(date),
  );
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
