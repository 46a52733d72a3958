import { type Bilingual, type Language, localDateOf, plural } from "@neuadd/core";
import type { SchoolFacts } from "@neuadd/plugin-kit";
import { foundSubscription } from "./found-subscription.ts";
import { sayFault } from "./reason-sentences.ts";
import type { RefreshParts } from "./refresh-subscription.ts";
import { readBlockedPieces } from "./subscription-store.ts";

/** What came of the latest reading of an outside calendar, in a sentence or two. */
export async function readingOutcome(
  parts: RefreshParts,
  { school }: SchoolFacts,
  id: string,
): Promise<Bilingual> {
  const subscription = await foundSubscription(parts, school.id, id);
  const { fault } = subscription;
  if (fault !== undefined) {
    const why = sayFault(fault);
    return {
      cy: `Ni chymerwyd y calendr i mewn. ${why.cy}`,
      en: `The calendar was not taken in. ${why.en}`,
    };
  }
  const today = localDateOf(parts.host.now(), school.zone);
  const count = (await readBlockedPieces(parts.tables, subscription, today)).length;
  return {
    cy: `Darllenwyd y calendr, ac mae'n blocio ${sayTimes(count, "cy")}.`,
    en: `The calendar has been read, and blocks ${sayTimes(count, "en")}.`,
  };
}

/** How many times of a space there are, in words. */
export function sayTimes(count: number, language: Language): string {
  return plural(language, count, TIMES[language](count));
}

const TIMES = {
  cy: (count: number) => ({
    zero: "dim amser",
    one: "un amser",
    two: "dau amser",
    other: `${count} o amserau`,
  }),
  en: (count: number) => ({
    one: "one time",
    other: count === 0 ? "no time" : `${count} times`,
  }),
} as const satisfies Readonly<Record<Language, (count: number) => Parameters<typeof plural>[2]>>;
