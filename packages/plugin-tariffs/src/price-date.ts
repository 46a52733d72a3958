import { minutesOfDay } from "@neuadd/core";
import { minimumLines } from "./minimum-line.ts";
import { priceOfMinutes, sayMoney } from "./money.ts";
import { fits, minutesPriced, minutesWithin } from "./price-conditions.ts";
import { lineKey, type PriceLine } from "./price-line.ts";
import { type Payer, type Session, sessionLabel } from "./session.ts";
import type { Rate, Supplement, Tariff } from "./tariff.ts";

/**
 * The lines of one date: its hours by rate, what a minimum adds, supplements. Undefined when there are
 * minutes that no rate is for, and for a space of no kind. Minutes are those of the local clock: an evening that a clock change makes
 * longer or shorter costs the same.
 */
export function priceDate(
  tariff: Tariff,
  session: Session,
  payer: Payer,
): readonly PriceLine[] | undefined {
  if (session.space.kind === undefined) return undefined;
  const pieces = ratedPieces(tariff, session, payer);
  const lastRate = pieces?.at(-1)?.rate;
  if (pieces === undefined || lastRate === undefined) return undefined;
  const hours = hireLines(tariff, session, pieces);
  const hirePence = hours.reduce((sum, line) => sum + line.amountPence, 0);
  return [
    ...hours,
    ...minimumLines(tariff, session, payer, { hirePence, lastRate }),
    ...(tariff.supplements ?? []).flatMap((supplement) =>
      supplementLines(tariff, supplement, session, payer),
    ),
  ];
}

interface RatedPiece {
  readonly rate: Rate;
  readonly minutes: number;
}

/** The session piece by piece, with the rate of each; undefined when one has none. */
function ratedPieces(tariff: Tariff, session: Session, payer: Payer): RatedPiece[] | undefined {
  const rated: RatedPiece[] = [];
  for (const [from, to] of piecesOf(tariff, session)) {
    const minutes = to - from;
    const rate = tariff.rates.find(
      ({ when }) => fits(when, session, payer) && minutesWithin(when, from, to) === minutes,
    );
    if (rate === undefined) return undefined;
    rated.push({ rate, minutes });
  }
  return rated;
}

function hireLines(
  { rates, currency, rounding }: Tariff,
  session: Session,
  pieces: readonly RatedPiece[],
): PriceLine[] {
  return rates.flatMap((rate) => {
    const own = pieces.filter((piece) => piece.rate === rate);
    if (own.length === 0) return [];
    const minutes = own.reduce((sum, piece) => sum + piece.minutes, 0);
    const perHour = sayMoney(rate.pencePerHour, currency);
    return [
      {
        key: lineKey("hire", rate.id, session.date),
        kind: "hire" as const,
        date: session.date,
        label: sessionLabel(session, {
          cy: `${rate.name.cy}, ${minutes} munud ar ${perHour} yr awr`,
          en: `${rate.name.en}, ${minutes} minutes at ${perHour} an hour`,
        }),
        amountPence: priceOfMinutes(minutes, rate.pencePerHour, rounding),
      },
    ];
  });
}

/** The session cut wherever the hours of a rate begin or end. */
function piecesOf({ rates }: Tariff, session: Session): [from: number, to: number][] {
  const start = minutesOfDay(session.startTime);
  const end = minutesOfDay(session.endTime);
  const edges = new Set([start, end]);
  for (const { when } of rates) {
    for (const time of when?.hours === undefined ? [] : [when.hours.start, when.hours.end]) {
      const minute = minutesOfDay(time);
      if (minute > start && minute < end) edges.add(minute);
    }
  }
  const sorted = [...edges].toSorted((one, other) => one - other);
  return sorted.slice(1).map((to, index) => [sorted[index] ?? start, to]);
}

function supplementLines(
  { currency, rounding }: Tariff,
  { id, name, pence, per, when }: Supplement,
  session: Session,
  payer: Payer,
): PriceLine[] {
  const minutes = minutesPriced(when, session, payer);
  if (minutes === 0) return [];
  const perHour = sayMoney(pence, currency);
  const words =
    per === "date"
      ? name
      : {
          cy: `${name.cy}, ${minutes} munud ar ${perHour} yr awr`,
          en: `${name.en}, ${minutes} minutes at ${perHour} an hour`,
        };
  return [
    {
      key: lineKey("supplement", id, session.date),
      kind: "supplement",
      date: session.date,
      label: sessionLabel(session, words),
      amountPence: per === "date" ? pence : priceOfMinutes(minutes, pence, rounding),
    },
  ];
}
