import { type Language, localDateOf } from "@neuadd/core";
import type { DeskPage } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { sayMoney } from "./money.ts";
import { conditionsInWords } from "./conditions-in-words.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";
import { versionOn } from "./tariff-version.ts";

/** Kind 6, a page: `/x/tariffs`, what each school charges today, for anyone to read. */
export function tariffPage(context: TariffsContext): DeskPage {
  return {
    path: "",
    title: { cy: "Prisiau", en: "Prices" },
    audience: "anyone",
    async render({ language, now }) {
      const words = WORDS[language];
      const parts = [];
      for (const id of await context.host.reads.schools()) {
        const versions = await versionsOf(context, id);
        const facts = versions.length > 0 ? await context.host.reads.school(id) : undefined;
        if (facts === undefined) continue;
        const current = versionOn(versions, localDateOf(now, facts.school.zone));
        if (current === undefined) continue;
        const { rates, supplements = [], fees = [], currency } = current.tariff;
        const rows = [
          ...rates.map(({ name, pencePerHour, when }) => ({
            name,
            when,
            price: `${sayMoney(pencePerHour, currency)} ${words.perHour}`,
          })),
          ...supplements.map(({ name, pence, per, when }) => ({
            name,
            when,
            price: `${sayMoney(pence, currency)} ${per === "hour" ? words.perHour : words.perDate}`,
          })),
          ...fees.map(({ name, pence }) => ({
            name,
            when: undefined,
            price: `${sayMoney(pence, currency)} ${words.perBooking}`,
          })),
        ];
        parts.push(html`
          <h2>${facts.school.name[language]}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">${words.what}</th>
                <th scope="col">${words.when}</th>
                <th scope="col">${words.price}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ name, when, price }) => html`
                  <tr>
                    <th scope="row">${name[language]}</th>
                    <td>${conditionsInWords(when, language, facts.tree)}</td>
                    <td>${price}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        `);
      }
      return html`<p>${parts.length > 0 ? words.note : words.none}</p>
        ${parts}`;
    },
  };
}

const WORDS: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        "what" | "when" | "price" | "perHour" | "perDate" | "perBooking" | "note" | "none",
        string
      >
    >
  >
> = {
  cy: {
    what: "Beth",
    when: "Pryd ac i bwy",
    price: "Pris",
    perHour: "yr awr",
    perDate: "y dyddiad",
    perBooking: "yr archeb",
    note: "Heb TAW. Mae'r rhagolwg o archeb yn dangos ei phris yn llawn, fesul dyddiad.",
    none: "Nid oes gan yr un ysgol brisiau yma eto.",
  },
  en: {
    what: "What",
    when: "When and for whom",
    price: "Price",
    perHour: "an hour",
    perDate: "a date",
    perBooking: "a booking",
    note: "Without VAT. The preview of a booking shows its price in full, date by date.",
    none: "No school has prices here yet.",
  },
};
