import { type Bilingual, toRfc3339 } from "@neuadd/core";
import {
  facilityUseId,
  inBothLanguages,
  type JsonLd,
  type PublishedSchool,
} from "./facility-data.ts";
import { OPENACTIVE_CONTEXT } from "./feeds.ts";
import type { SlotPrice } from "./price-source.ts";
import type { SlotToCome } from "./slots-to-come.ts";

/**
 * A slot in the words of OpenActive, with an Offer for each of its prices, and how many uses are left: one if it could be
 * asked for now, or none. Of bookings it holds nothing but that a slot is taken.
 */
export function slotData(
  slot: SlotToCome,
  prices: readonly SlotPrice[],
  school: PublishedSchool,
): JsonLd {
  const { zone } = school.facts.school;
  const id = `${school.datasetUrl}/slots/${slotId(slot)}`;
  return {
    "@context": OPENACTIVE_CONTEXT,
    "@type": "Slot",
    "@id": id,
    facilityUse: facilityUseId(slot.space, school),
    startDate: toRfc3339(slot.start, zone),
    endDate: toRfc3339(slot.end, zone),
    duration: isoDuration(slot.minutes),
    remainingUses: slot.time.isFree ? 1 : 0,
    maximumUses: 1,
    offers: prices.map((price) => offer(price, id, school)),
  };
}

/** Letters, digits, hyphens and dots: safe in an address as it is. */
export function slotId({ space, date, time }: SlotToCome): string {
  return `${space.id}.${date}.${time.start.replace(":", "")}`;
}

/** A price for anyone, or one for people up to an age. */
function offer(
  { amountPence, currency, maximumAge }: SlotPrice,
  slotUrl: string,
  { bookingUrl }: PublishedSchool,
): JsonLd {
  const isForAnyone = maximumAge === undefined;
  return {
    "@type": "Offer",
    "@id": isForAnyone ? `${slotUrl}#offer` : `${slotUrl}#offer-to-${maximumAge}`,
    name: inBothLanguages(isForAnyone ? HIRE : hireUpTo(maximumAge)),
    price: amountPence / 100,
    priceCurrency: currency,
    ...(!isForAnyone && {
      ageRestriction: { "@type": "QuantitativeValue", maxValue: maximumAge },
    }),
    url: bookingUrl,
  };
}

const HIRE: Bilingual = { cy: "Llogi", en: "Hire" };

function hireUpTo(age: number): Bilingual {
  return { cy: `Llogi i bobl ifanc hyd at ${age} oed`, en: `Hire for young people up to ${age}` };
}

function isoDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ""}${rest > 0 ? `${rest}M` : ""}`;
}
