import { type Language, type LocalDate, localDateOf, sayShortDate } from "@neuadd/core";
import { choosePublicSchool, type DeskPage, type SchoolFacts } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { cancellationInWords } from "./cancellation-in-words.ts";
import { sayMoney } from "./money.ts";
import { priceTable } from "./price-table.ts";
import { TARIFF_PAGE_WORDS } from "./tariff-page-words.ts";
import { schoolsWithPrices, type TariffsContext, versionsOf } from "./tariffs-context.ts";
import { type TariffVersion, versionOn } from "./tariff-version.ts";

/** Kind 6, a page: `/x/tariffs`, all that one school charges, now and from dates to come, for anyone to read. */
export function tariffPage(context: TariffsContext): DeskPage {
  return {
    path: "",
    title: { cy: "Prisiau", en: "Prices" },
    audience: "anyone",
    async render(request) {
      const { language, now } = request;
      const words = TARIFF_PAGE_WORDS[language];
      const priced = await schoolsWithPrices(context);
      const chosen = await choosePublicSchool(context.host.reads, request, priced);
      if (chosen === undefined) return html`<p>${words.none}</p>`;
      const { school } = chosen.facts;
      const versions = await versionsOf(context, school.id);
      const shown = versionsToCome(versions, localDateOf(now, school.zone));
      return html`<p>${words.note}</p>
        ${chosen.heading} ${shown.map((version) => versionSection(version, chosen.facts, language))}`;
    },
  };
}

/** The version of today, and those that follow it; of several from one date the one that holds. */
function versionsToCome(versions: readonly TariffVersion[], today: LocalDate): TariffVersion[] {
  const later = versions.map(({ validFrom }) => validFrom).filter((date) => date > today);
  return [...new Set([today, ...later.toSorted()])].flatMap(
    (date) => versionOn(versions, date) ?? [],
  );
}

function versionSection(
  { validFrom, tariff }: TariffVersion,
  { tree }: SchoolFacts,
  language: Language,
) {
  const words = TARIFF_PAGE_WORDS[language];
  const { rounding, currency, invoicing } = tariff;
  return html`
    <h3>${words.from(sayShortDate(validFrom, language))}</h3>
    ${priceTable(tariff, tree, language)}
    ${
      rounding === undefined || rounding.toPence === 1
        ? ""
        : html`<p>${words.rounding[rounding.direction](sayMoney(rounding.toPence, currency))}</p>`
    }
    <h4>${words.cancellation}</h4>
    <ul>
      ${cancellationInWords(tariff, language).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${
      invoicing === undefined
        ? ""
        : html`<h4>${words.payment}</h4>
            <p>${words.paymentDays(invoicing.paymentDays)} ${invoicing.payment[language]}</p>`
    }
  `;
}
