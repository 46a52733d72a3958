import type { LocalDate } from "@neuadd/core";
import type { CancellationTerm } from "./cancellation-terms.ts";
import { priceDate } from "./price-date.ts";
import { lineKey, type PricedPlace, type PriceLine } from "./price-line.ts";
import type { Payer, Session } from "./session.ts";
import type { BookingFee, Tariff } from "./tariff.ts";
import { type TariffVersion, versionOn } from "./tariff-version.ts";

/** What a booking costs, line by line. */
export interface PricedSeries {
  readonly currency: string;
  /** By date, then as the tariff has them; lines on the booking as a whole come last. */
  readonly lines: readonly PriceLine[];
  /** The sum of the lines, in whole pence. */
  readonly totalPence: number;
  /** Dates that the tariff has no price for: what stands in `lines` is not the whole price then. */
  readonly unpriced: readonly LocalDate[];
  readonly places: readonly PricedPlace[];
  /** Numbers of the versions that were asked, sorted. */
  readonly versions: readonly number[];
  /** What applies to this booking when its hirer cancels. */
  readonly cancellation: readonly CancellationTerm[];
}

/**
 * Prices the dates of a booking. Each date is priced by the version of the tariff that is valid on it;
 * fees and terms of cancellation are those of the first date. The order of the sessions does not matter.
 * Undefined when no version is valid on any date: the school charges nothing through this plugin.
 * Versions in different currencies can't be added: dates of another currency than the first are unpriced.
 */
export function priceSeries(
  versions: readonly TariffVersion[],
  sessions: readonly Session[],
  payer: Payer,
): PricedSeries | undefined {
  const sorted = sessions.toSorted(byDateAndTime);
  const valid = sorted.map((session) => ({ session, version: versionOn(versions, session.date) }));
  const leading = valid.find(({ version }) => version !== undefined)?.version;
  if (leading === undefined) return undefined;
  const { currency } = leading.tariff;
  const lines: PriceLine[] = [];
  const unpriced: LocalDate[] = [];
  const asked = new Set<number>();
  for (const { session, version } of valid) {
    const isUsable = version !== undefined && version.tariff.currency === currency;
    const dateLines = isUsable ? priceDate(version.tariff, session, payer) : undefined;
    if (isUsable) asked.add(version.number);
    if (dateLines === undefined) unpriced.push(session.date);
    else lines.push(...dateLines);
  }
  const extent = sorted.length > 1 ? "series" : "single";
  lines.push(...feeLines(leading.tariff.fees ?? [], extent, payer));
  return {
    currency,
    lines,
    totalPence: lines.reduce((sum, { amountPence }) => sum + amountPence, 0),
    unpriced,
    places: sorted.map(({ date, startTime, endTime, space }) => ({
      date,
      startTime,
      endTime,
      space: space.id,
    })),
    versions: [...asked].toSorted((one, other) => one - other),
    cancellation: termsFor(leading.tariff, extent),
  };
}

/** The terms of cancellation of a booking of one date, or of several. */
export function termsFor(
  { cancellation = [] }: Pick<Tariff, "cancellation">,
  extent: "single" | "series",
): CancellationTerm[] {
  return cancellation.filter(({ bookings }) => bookings === undefined || bookings === extent);
}

function feeLines(
  fees: readonly BookingFee[],
  extent: "single" | "series",
  { category }: Payer,
): PriceLine[] {
  return fees
    .filter(({ bookings }) => bookings === undefined || bookings === extent)
    .filter(
      ({ categories }) =>
        categories === undefined || (category !== undefined && categories.includes(category)),
    )
    .map(({ id, kind, name, pence }) => ({
      key: lineKey(kind, id),
      kind,
      label: name,
      amountPence: pence,
    }));
}

function byDateAndTime(one: Session, other: Session): number {
  const left = `${one.date} ${one.startTime} ${one.space.id}`;
  const right = `${other.date} ${other.startTime} ${other.space.id}`;
  return left < right ? -1 : Number(left > right);
}
