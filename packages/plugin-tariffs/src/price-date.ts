import {
  type Bilingual,
  dayNumber,
  type HirerCategory,
  minutesOfDay,
  type SchoolDay,
  sayDate,
  sayTime,
  type Space,
  weekdayOf,
} from "@neuadd/core";
import { priceOfMinutes, sayMoney } from "./money.ts";
import { lineKey, type PricedPlace, type PriceLine } from "./price-line.ts";
import type { PriceAge, PriceConditions, Supplement, Tariff } from "./tariff.ts";

/** Who pays, as prices go. */
export interface Payer {
  /** Absent when a school asks without naming a hirer. */
  readonly category?: HirerCategory;
  readonly age: PriceAge;
}

/** One date to be priced. */
export interface Session extends Omit<PricedPlace, "space"> {
  readonly space: Pick<Space, "id" | "kind" | "name">;
  readonly day: Pick<SchoolDay, "kind">;
}

/**
 * The lines of one date: its hours by rate, what the minimum adds, supplements. Undefined when there are
 * minutes that no rate is for. Minutes are those of the local clock: an evening that a clock change makes
 * longer or shorter costs the same.
 */
export function priceDate(
  tariff: Tariff,
  session: Session,
  payer: Payer,
): readonly PriceLine[] | undefined {
  const hours = hireLines(tariff, session, payer);
  if (hours === undefined) return undefined;
  const hire = hours.reduce((sum, line) => sum + line.amountPence, 0);
  const missing = (tariff.minimumPencePerDate ?? 0) - hire;
  const minimum = missing > 0 ? [minimumLine(session, missing)] : [];
  const supplements = (tariff.supplements ?? []).flatMap((supplement) =>
    supplementLines(tariff, supplement, session, payer),
  );
  return [...hours, ...minimum, ...supplements];
}

function hireLines(tariff: Tariff, session: Session, payer: Payer): PriceLine[] | undefined {
  const minutes = new Map<string, number>();
  for (const [from, to] of pieces(tariff, session)) {
    const rate = tariff.rates.find(
      ({ when }) => fits(when, session, payer) && minutesWithin(when, from, to) === to - from,
    );
    if (rate === undefined) return undefined;
    minutes.set(rate.id, (minutes.get(rate.id) ?? 0) + to - from);
  }
  return tariff.rates.flatMap((rate) => {
    const charged = minutes.get(rate.id);
    if (charged === undefined) return [];
    const perHour = sayMoney(rate.pencePerHour, tariff.currency);
    return [
      {
        key: lineKey("hire", rate.id, session.date),
        kind: "hire" as const,
        date: session.date,
        label: dateLabel(session, {
          cy: `${rate.name.cy}, ${charged} munud ar ${perHour} yr awr`,
          en: `${rate.name.en}, ${charged} minutes at ${perHour} an hour`,
        }),
        amountPence: priceOfMinutes(charged, rate.pencePerHour, tariff.rounding),
      },
    ];
  });
}

/** The session cut wherever the hours of a rate begin or end. */
function pieces({ rates }: Tariff, session: Session): [from: number, to: number][] {
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

function minimumLine(session: Session, amountPence: number): PriceLine {
  return {
    key: lineKey("minimum", "minimum", session.date),
    kind: "minimum",
    date: session.date,
    label: dateLabel(session, { cy: "hyd at y tâl lleiaf", en: "up to the minimum charge" }),
    amountPence,
  };
}

function supplementLines(
  { currency, rounding }: Tariff,
  { id, name, pence, per, when }: Supplement,
  session: Session,
  payer: Payer,
): PriceLine[] {
  const from = minutesOfDay(session.startTime);
  const minutes = minutesWithin(when, from, minutesOfDay(session.endTime));
  if (!fits(when, session, payer) || minutes === 0) return [];
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
      label: dateLabel(session, words),
      amountPence: per === "date" ? pence : priceOfMinutes(minutes, pence, rounding),
    },
  ];
}

/** Whether every condition but the hours holds. */
function fits(when: PriceConditions = {}, { space, date, day }: Session, payer: Payer): boolean {
  const { category, age } = payer;
  const weekday = weekdayOf(dayNumber(date));
  return (
    (when.spaces?.includes(space.id) ?? true) &&
    (when.spaceKinds?.includes(space.kind) ?? true) &&
    (when.dayKinds?.includes(day.kind) ?? true) &&
    (when.weekdays?.includes(weekday) ?? true) &&
    (when.age === undefined || when.age === age) &&
    (when.categories === undefined ||
      (category !== undefined && when.categories.includes(category)))
  );
}

function minutesWithin(when: PriceConditions | undefined, from: number, to: number): number {
  if (when?.hours === undefined) return to - from;
  const start = Math.max(from, minutesOfDay(when.hours.start));
  return Math.max(0, Math.min(to, minutesOfDay(when.hours.end)) - start);
}

function dateLabel({ date, startTime, endTime, space }: Session, words: Bilingual): Bilingual {
  const say = (language: "cy" | "en") =>
    `${sayDate(date, language)}, ${sayTime(startTime, language)}–${sayTime(endTime, language)}, ${space.name[language]}: ${words[language]}`;
  return { cy: say("cy"), en: say("en") };
}
