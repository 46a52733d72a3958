import { HIRER_CATEGORY_NAMES, type Language, type SpaceTree } from "@neuadd/core";
import { type DataGroup, dataTable } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { conditionsInWords } from "./conditions-in-words.ts";
import { sayMoney } from "./money.ts";
import { TARIFF_PAGE_WORDS } from "./tariff-page-words.ts";
import type { BookingFee, MinimumCharge, Tariff } from "./tariff.ts";

interface PriceRow {
  readonly name: string;
  /** Empty: always, and for everyone. */
  readonly when: string;
  readonly price: string;
}

/** All prices of a tariff as a table, in the order in which they are asked: rates, minimums, supplements, fees and deposits. */
export function priceTable(tariff: Tariff, tree: Pick<SpaceTree, "byId">, language: Language) {
  const words = TARIFF_PAGE_WORDS[language];
  return dataTable({
    columns: [words.what, words.priceAndWhen],
    groups: groupsOf(tariff, tree, language).map(([title, rows]): DataGroup => ({
      title,
      rows: rows.map(({ name, when, price }) => [
        name,
        when === "" ? price : html`${price}<br />${when}`,
      ]),
    })),
  });
}

type Group = readonly [title: string, rows: readonly PriceRow[]];

function groupsOf(
  { rates, minimums = [], supplements = [], fees = [], currency }: Tariff,
  tree: Pick<SpaceTree, "byId">,
  language: Language,
): Group[] {
  const words = TARIFF_PAGE_WORDS[language];
  const money = (pence: number) => sayMoney(pence, currency);
  const groups: Group[] = [
    [
      words.rates,
      rates.map(({ name, pencePerHour, when }) => ({
        name: name[language],
        when: conditionsInWords(when, language, tree),
        price: `${money(pencePerHour)} ${words.perHour}`,
      })),
    ],
    [
      words.minimums,
      minimums.map(({ name, least, when }) => ({
        name: name[language],
        when: conditionsInWords(when, language, tree),
        price: leastInWords(least, language, money),
      })),
    ],
    [
      words.supplements,
      supplements.map(({ name, pence, per, when }) => ({
        name: name[language],
        when: conditionsInWords(when, language, tree),
        price: `${money(pence)} ${per === "hour" ? words.perHour : words.perDate}`,
      })),
    ],
    [
      words.fees,
      fees.map((fee) => ({
        name: fee.name[language],
        when: feeConditions(fee, language),
        price: `${money(fee.pence)} ${fee.kind === "deposit" ? words.givenBack : words.perBooking}`,
      })),
    ],
  ];
  return groups.filter(([, rows]) => rows.length > 0);
}

function leastInWords(
  least: MinimumCharge["least"],
  language: Language,
  money: (pence: number) => string,
): string {
  const words = TARIFF_PAGE_WORDS[language];
  return "pence" in least
    ? `${money(least.pence)} ${words.perDate}`
    : words.priceOfMinutes(least.minutes);
}

function feeConditions({ bookings, categories = [] }: BookingFee, language: Language): string {
  const words = TARIFF_PAGE_WORDS[language];
  const names = categories.map((category) => HIRER_CATEGORY_NAMES[category][language]);
  return [bookings === undefined ? "" : words.bookings[bookings], names.join(", ")]
    .filter((text) => text !== "")
    .join("; ");
}
