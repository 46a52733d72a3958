import { isLive, type LocalDate } from "@neuadd/core";
import { drawUpAccount } from "./account.ts";
import type { CancellationTerm } from "./cancellation-terms.ts";
import { catchUp } from "./catch-up.ts";
import { termsFor } from "./price-series.ts";
import { isCharged } from "./sessions-of.ts";
import { readQuotes, readReleases } from "./tariff-store.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";
import { type TariffVersion, versionOn } from "./tariff-version.ts";

/** What the hirer of a booking is let off when it cancels, and what it has been let off. */
export interface CancellationFacts {
  /** As agreed; before that, as the prices of now have it. */
  readonly terms: readonly CancellationTerm[];
  /** Dates that it has cancelled, of which it owes less than was agreed. Sorted. */
  readonly letOff: readonly LocalDate[];
}

/** Undefined without such a booking, and where the school has no price for any of its dates. */
export async function cancellationFacts(
  context: TariffsContext,
  school: string,
  booking: string,
): Promise<CancellationFacts | undefined> {
  const { tables } = context;
  const versions = await versionsOf(context, school);
  // Without prices nothing can be agreed that is not agreed already: there is nothing to catch up with.
  const isUnpriced = versions.length === 0;
  if (isUnpriced && (await readQuotes(tables, school, booking)).length === 0) return undefined;
  await catchUp(context, school, booking);
  const [quote] = await readQuotes(tables, school, booking);
  if (quote === undefined) return termsOfNow(context, versions, { school, id: booking });
  const { lines } = drawUpAccount(quote, await readReleases(tables, school, booking));
  const letOff = lines
    .filter(({ release }) => release === "cancelledByHirer")
    .flatMap(({ date, amountPence, agreedPence }) =>
      date !== undefined && amountPence < agreedPence ? [date] : [],
    );
  return { terms: quote.cancellation, letOff: [...new Set(letOff)].toSorted() };
}

async function termsOfNow(
  { host }: TariffsContext,
  versions: readonly TariffVersion[],
  { school, id }: { readonly school: string; readonly id: string },
): Promise<CancellationFacts | undefined> {
  const booking = await host.reads.booking(school, id);
  const dates = (booking?.occurrences ?? [])
    .filter(({ status }) => isLive(status) || isCharged(status))
    .map(({ date }) => date)
    .toSorted();
  const leading = dates.map((date) => versionOn(versions, date)).find(Boolean);
  if (leading === undefined) return undefined;
  const extent = dates.length > 1 ? "series" : "single";
  return { terms: termsFor(leading.tariff, extent), letOff: [] };
}
