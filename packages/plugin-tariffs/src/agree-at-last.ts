import type { BookingFacts, SchoolFacts } from "@neuadd/plugin-kit";
import { agreePrice } from "./agree-price.ts";
import { catchUp } from "./catch-up.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import { isCharged } from "./sessions-of.ts";
import { readQuotes } from "./tariff-store.ts";
import type { TariffsContext } from "./tariffs-context.ts";

/**
 * What holds for a booking that is about to be invoiced, whatever the listeners have been told by now. An approval of
 * before this plugin was configured or the school had prices is agreed now, and so are dates that had no price then:
 * those dates that still take place. Undefined when the booking is not approved, or the school has no tariff.
 */
export async function agreeAtLast(
  context: TariffsContext,
  facts: SchoolFacts,
  { school, id }: BookingFacts,
): Promise<FrozenQuote | undefined> {
  const { host, tables } = context;
  const revision = await catchUp(context, school, id);
  const [agreed] = await readQuotes(tables, school, id);
  if (agreed !== undefined && agreed.unpriced.length === 0) return agreed;
  const booking = await host.reads.booking(school, id);
  if (booking?.status !== "approved") return agreed;
  const taking = booking.occurrences.filter(({ status }) => isCharged(status));
  const dates = taking.map(({ date }) => date);
  const quote = await agreePrice(context, facts, booking, { revision, at: host.now(), dates });
  // What happened meanwhile may have been told before there was anything to release.
  await catchUp(context, school, id, revision);
  return quote;
}
