import { dayNumber, type HirerCategory, weekdayOf } from "@neuadd/core";
import { JUNIOR_MAXIMUM_AGE } from "./price-age.ts";
import type { PricedPlace } from "./price-line.ts";
import { priceSeries } from "./price-series.ts";
import type { Session } from "./session.ts";
import { sessionsOf } from "./sessions-of.ts";
import type { PriceAge } from "./tariff.ts";
import { type TariffVersion, versionOn } from "./tariff-version.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";

/** What the public is asked for a slot, as anyone may know it. */
export interface OpenPrice {
  /** Whole pence, without VAT. A deposit is not in it: it is given back. */
  readonly amountPence: number;
  readonly currency: string;
  /** In years: everyone who comes is that old or younger. Absent: for people of any age. */
  readonly maximumAge?: number;
}

/** Whom open data speaks to: somebody who is of no organisation. */
const PUBLIC: HirerCategory = "individual";

/**
 * What each place costs the public as a booking by itself, in the order of the places: hours, minimum charges, supplements,
 * and fees for a booking of one date. The price of adults comes first, and then that of juniors where it is another. Empty
 * for a place that the price list has no price for, or that is not there; so are all of a school without prices.
 */
export async function openPrices(
  context: TariffsContext,
  school: string,
  places: readonly PricedPlace[],
): Promise<readonly (readonly OpenPrice[])[]> {
  const versions = await versionsOf(context, school);
  const facts = versions.length > 0 ? await context.host.reads.school(school) : undefined;
  if (facts === undefined) return places.map(() => []);
  // Weeks repeat: dates that a price list can't tell apart are priced once.
  const known = new Map<string, readonly OpenPrice[]>();
  return sessionsOf(facts, places).map((session) => {
    const alike = whatPricesDependOn(versions, session);
    const prices = known.get(alike) ?? pricesAlone(versions, session);
    known.set(alike, prices);
    return prices;
  });
}

/** Equal for sessions of the same space and times that every version of the prices treats alike. */
function whatPricesDependOn(
  versions: readonly TariffVersion[],
  { date, startTime, endTime, space, day }: Session,
): string {
  const version = versionOn(versions, date)?.number;
  return [version, weekdayOf(dayNumber(date)), day.kind, startTime, endTime, space.id].join(" ");
}

function pricesAlone(versions: readonly TariffVersion[], session: Session): OpenPrice[] {
  const adult = priceAlone(versions, session, "adult");
  const junior = priceAlone(versions, session, "junior");
  const isJuniorAnother = junior !== undefined && junior.amountPence !== adult?.amountPence;
  return [
    ...(adult === undefined ? [] : [adult]),
    ...(isJuniorAnother ? [{ ...junior, maximumAge: JUNIOR_MAXIMUM_AGE }] : []),
  ];
}

function priceAlone(
  versions: readonly TariffVersion[],
  session: Session,
  age: PriceAge,
): OpenPrice | undefined {
  const priced = priceSeries(versions, [session], { category: PUBLIC, age });
  if (priced === undefined || priced.unpriced.length > 0) return undefined;
  const amountPence = priced.lines
    .filter(({ kind }) => kind !== "deposit")
    .reduce((sum, line) => sum + line.amountPence, 0);
  return { amountPence, currency: priced.currency };
}
