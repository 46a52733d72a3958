import { addDays, type Language, localDateOf, sayShortDate } from "@neuadd/core";
import { chooseSchool, dataTable, type DeskPage, type SchoolFacts } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import type { VatContext } from "./assess-booking.ts";
import { type BookingToDecide, bookingsToDecide } from "./bookings-to-decide.ts";

/** Bookings that ended longer ago are left to the list of the routes. */
const LISTED_DAYS = 366;
const PAGE = 1000;

/** Kind 6, a page: `/x/vat`, on which bookings one school of the key at a time has to decide. */
export function vatPage(context: VatContext): DeskPage {
  return {
    path: "",
    title: { cy: "Penderfynu ar TAW", en: "VAT to decide" },
    audience: "school",
    async render(request) {
      const { language, now } = request;
      const words = WORDS[language];
      const chosen = await chooseSchool(context.host.reads, request);
      if (chosen === undefined) return html`<p>${words.lead}</p>`;
      const { facts, heading } = chosen;
      const from = addDays(localDateOf(now, facts.school.zone), -LISTED_DAYS);
      const rows = await allToDecide(context, facts, from);
      return html`<p>${words.lead}</p>
        ${heading} ${rows.length === 0 ? html`<p>${words.none}</p>` : table(rows, language)}`;
    },
  };
}

async function allToDecide(
  context: VatContext,
  facts: SchoolFacts,
  from: string,
): Promise<BookingToDecide[]> {
  const rows: BookingToDecide[] = [];
  let after: string | undefined;
  do {
    const page = await bookingsToDecide(context, facts, {
      from,
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    rows.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

function table(rows: readonly BookingToDecide[], language: Language) {
  const words = WORDS[language];
  return dataTable({
    columns: [words.booking, words.dates, words.state, words.rules],
    rows: rows.map(({ booking, first, last, state, assessment }) => [
      booking.title,
      `${sayShortDate(first, language)} – ${sayShortDate(last, language)}`,
      words[state],
      assessment.reason[language],
    ]),
  });
}

type Word = "lead" | "none" | "booking" | "dates" | "state" | "rules" | BookingToDecide["state"];

const WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  cy: {
    lead: "Archebion y mae'r ysgol eto i benderfynu ar eu TAW, ac a ddaeth i ben o fewn y flwyddyn neu sydd i ddod. Heb benderfyniad ni chodir TAW ar anfoneb.",
    none: "Nid oes dim i'w benderfynu.",
    booking: "Archeb",
    dates: "Dyddiadau",
    state: "Cyflwr",
    rules: "Yn ôl y rheolau",
    undecided: "Heb ei benderfynu",
    review: "Heb ei benderfynu: rhaid edrych arno",
    stale: "Newidiodd ers y penderfyniad",
  },
  en: {
    lead: "Bookings on whose VAT the school has yet to decide, and which ended within the year or are to come. Without a decision no VAT is charged on an invoice.",
    none: "There is nothing to decide.",
    booking: "Booking",
    dates: "Dates",
    state: "State",
    rules: "By the rules",
    undecided: "Not decided",
    review: "Not decided: somebody must look",
    stale: "Changed since it was decided",
  },
};
