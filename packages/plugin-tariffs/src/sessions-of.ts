import { type Hirer, schoolDay } from "@neuadd/core";
import type { AskedSeries, SchoolFacts } from "@neuadd/plugin-kit";
import { priceAge } from "./price-age.ts";
import type { PricedPlace } from "./price-line.ts";
import type { Payer, Session } from "./session.ts";

/** Dates with what their prices depend on. A space that is gone has its id alone, and no price but what was agreed. */
export function sessionsOf(
  { tree, calendar }: Pick<SchoolFacts, "tree" | "calendar">,
  places: readonly PricedPlace[],
): Session[] {
  return places.map(({ date, startTime, endTime, space }) => ({
    date,
    startTime,
    endTime,
    space: tree.byId.get(space) ?? { id: space, name: { cy: space, en: space } },
    day: schoolDay(calendar, date),
  }));
}

/** Who pays for a booking. */
export function payerOf(
  { purpose }: Pick<AskedSeries, "purpose">,
  hirer: Pick<Hirer, "category"> | undefined,
): Payer {
  return { age: priceAge(purpose), ...(hirer && { category: hirer.category }) };
}

/** Dates of a booking that take place, or did. */
export function isCharged(status: string): boolean {
  return status === "confirmed" || status === "completed" || status === "noShow";
}
