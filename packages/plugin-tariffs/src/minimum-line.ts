import { type Bilingual, minutesOfDay } from "@neuadd/core";
import { priceOfMinutes, sayMoney } from "./money.ts";
import { minutesPriced } from "./price-conditions.ts";
import { lineKey, type PriceLine } from "./price-line.ts";
import { type Payer, type Session, sessionLabel } from "./session.ts";
import type { MinimumCharge, Rate, Tariff } from "./tariff.ts";

/** The hours of a session as they are charged: what they come to, and the rate of its last minute. */
export interface HireCharged {
  readonly hirePence: number;
  readonly lastRate: Rate;
}

/** What a minimum adds to a session: that of several that adds most, and nothing where the hours come to as much. */
export function minimumLines(
  tariff: Tariff,
  session: Session,
  payer: Payer,
  charged: HireCharged,
): PriceLine[] {
  let most: PriceLine | undefined;
  for (const minimum of tariff.minimums ?? []) {
    if (minutesPriced(minimum.when, session, payer) === 0) continue;
    const { pence, words } = missing(tariff, minimum, session, charged);
    if (pence <= (most?.amountPence ?? 0)) continue;
    most = {
      key: lineKey("minimum", minimum.id, session.date),
      kind: "minimum",
      date: session.date,
      label: sessionLabel(session, words),
      amountPence: pence,
    };
  }
  return most === undefined ? [] : [most];
}

function missing(
  { currency, rounding }: Tariff,
  { name, least }: MinimumCharge,
  { startTime, endTime }: Session,
  { hirePence, lastRate: { pencePerHour } }: HireCharged,
): { readonly pence: number; readonly words: Bilingual } {
  if ("pence" in least) {
    const sum = sayMoney(least.pence, currency);
    const words = { cy: `${name.cy}, hyd at ${sum}`, en: `${name.en}, up to ${sum}` };
    return { pence: least.pence - hirePence, words };
  }
  const minutes = Math.max(0, least.minutes - (minutesOfDay(endTime) - minutesOfDay(startTime)));
  const perHour = sayMoney(pencePerHour, currency);
  return {
    pence: priceOfMinutes(minutes, pencePerHour, rounding),
    words: {
      cy: `${name.cy}, o leiaf ${least.minutes} munud: ${minutes} munud arall ar ${perHour} yr awr`,
      en: `${name.en}, at least ${least.minutes} minutes: ${minutes} more at ${perHour} an hour`,
    },
  };
}
