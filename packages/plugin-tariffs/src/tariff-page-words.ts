import { type Language, plural } from "@neuadd/core";
import type { Rounding } from "./money.ts";

export interface TariffPageWords {
  readonly note: string;
  readonly none: string;
  readonly from: (date: string) => string;
  readonly what: string;
  readonly priceAndWhen: string;
  readonly rates: string;
  readonly minimums: string;
  readonly supplements: string;
  readonly fees: string;
  readonly perHour: string;
  readonly perDate: string;
  readonly perBooking: string;
  readonly givenBack: string;
  readonly priceOfMinutes: (minutes: number) => string;
  readonly bookings: Readonly<Record<"single" | "series", string>>;
  readonly rounding: Readonly<Record<Rounding["direction"], (step: string) => string>>;
  readonly cancellation: string;
  readonly notice: (days: number, due: string) => string;
  readonly due: (sharePercent: number) => string;
  readonly later: string;
  readonly anyNotice: string;
  readonly schoolCancels: string;
  readonly feesStay: string;
  readonly depositReturned: string;
  readonly payment: string;
  readonly paymentDays: (days: number) => string;
}

export const TARIFF_PAGE_WORDS: Readonly<Record<Language, TariffPageWords>> = {
  cy: {
    note: "Heb TAW. Y pris cyntaf yr awr sy'n cyfateb i'r archeb a godir; ychwanegir pob tâl arall sy'n cyfateb iddi. Mae'r rhagolwg o archeb yn dangos ei phris yn llawn, fesul dyddiad.",
    none: "Nid oes gan yr un ysgol brisiau yma eto.",
    from: (date) => `Prisiau o ${date}`,
    what: "Beth",
    priceAndWhen: "Pris, pryd ac i bwy",
    rates: "Llogi",
    minimums: "Taliadau lleiaf",
    supplements: "Taliadau ychwanegol",
    fees: "Am yr archeb gyfan",
    perHour: "yr awr",
    perDate: "y dyddiad",
    perBooking: "yr archeb",
    givenBack: "yr archeb, i'w ddychwelyd",
    priceOfMinutes: (minutes) =>
      minutes % 60 === 0
        ? plural("cy", minutes / 60, { one: "pris awr", other: `pris ${minutes / 60} awr` })
        : `pris ${minutes} munud`,
    bookings: { single: "archeb am un dyddiad", series: "archeb am sawl dyddiad" },
    rounding: {
      up: (step) => `Mae symiau'r oriau'n cael eu talgrynnu i fyny, i ${step}.`,
      down: (step) => `Mae symiau'r oriau'n cael eu talgrynnu i lawr, i ${step}.`,
      nearest: (step) => `Mae symiau'r oriau'n cael eu talgrynnu i'r ${step} agosaf.`,
    },
    cancellation: "Wrth ganslo dyddiad",
    notice: (days, due) =>
      days === 0
        ? `faint bynnag o rybudd a roddir: ${due}`
        : `${welshDays(days)} neu fwy ymlaen llaw: ${due}`,
    due: (sharePercent) =>
      sharePercent === 0 ? "ni chodir dim am y dyddiad" : `codir ${sharePercent}% o bris y dyddiad`,
    later: "yn hwyrach na hynny: codir pris llawn y dyddiad",
    anyNotice: "faint bynnag o rybudd a roddir: codir pris llawn y dyddiad",
    schoolCancels: "pan fo'r ysgol yn canslo: ni chodir dim am y dyddiad",
    feesStay:
      "codir y ffioedd am yr archeb gyfan o hyd, oni bai mai'r ysgol sy'n canslo'r olaf o'i dyddiadau cyn i'r un gael ei gynnal",
    depositReturned: "pan nad oes dyddiad ar ôl: dychwelir y blaendal",
    payment: "Talu",
    paymentDays: (days) => `Anfonebir, i'w dalu cyn pen ${welshDays(days)}.`,
  },
  en: {
    note: "Without VAT. The first price an hour that fits the booking is charged; all other charges that fit it are added. The preview of a booking shows its price in full, date by date.",
    none: "No school has prices here yet.",
    from: (date) => `Prices from ${date}`,
    what: "What",
    priceAndWhen: "Price, when and for whom",
    rates: "Hire",
    minimums: "Minimum charges",
    supplements: "Supplements",
    fees: "For the booking as a whole",
    perHour: "an hour",
    perDate: "a date",
    perBooking: "a booking",
    givenBack: "a booking, given back",
    priceOfMinutes: (minutes) =>
      minutes % 60 === 0
        ? plural("en", minutes / 60, {
            one: "the price of an hour",
            other: `the price of ${minutes / 60} hours`,
          })
        : `the price of ${minutes} minutes`,
    bookings: { single: "a booking of one date", series: "a booking of several dates" },
    rounding: {
      up: (step) => `Sums of hours are rounded up, to ${step}.`,
      down: (step) => `Sums of hours are rounded down, to ${step}.`,
      nearest: (step) => `Sums of hours are rounded to the nearest ${step}.`,
    },
    cancellation: "When a date is cancelled",
    notice: (days, due) =>
      days === 0
        ? `whatever notice is given: ${due}`
        : `${englishDays(days)} or more ahead: ${due}`,
    due: (sharePercent) =>
      sharePercent === 0
        ? "nothing is charged for the date"
        : `${sharePercent}% of the price of the date is charged`,
    later: "later than that: the whole price of the date is charged",
    anyNotice: "whatever notice is given: the whole price of the date is charged",
    schoolCancels: "when the school cancels: nothing is charged for the date",
    feesStay:
      "fees for the booking as a whole are still charged, unless it is the school that cancels the last of its dates before any has taken place",
    depositReturned: "when no date is left: the deposit is given back",
    payment: "Payment",
    paymentDays: (days) => `Invoiced, to be paid within ${englishDays(days)}.`,
  },
};

function welshDays(count: number): string {
  return plural("cy", count, { two: `${count} ddiwrnod`, other: `${count} diwrnod` });
}

function englishDays(count: number): string {
  return plural("en", count, { one: "1 day", other: `${count} days` });
}
