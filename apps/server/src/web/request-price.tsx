import { type Language, type LocalDate, sayShortDate } from "@neuadd/core";
import type { Quote } from "../plugins/plugin-runtime.ts";
import { requestMessages } from "./messages/request-messages.ts";

/** What the dates that can be had would cost, line by line; nothing where no plugin prices them. */
export function RequestPrice({
  language,
  quote: { lines, missing },
}: {
  readonly language: Language;
  readonly quote: Quote;
}) {
  const messages = requestMessages[language];
  if (lines.length === 0 && missing.length === 0) return null;
  const totals = new Map<string, number>();
  for (const { currency, amountPence } of lines) {
    totals.set(currency, (totals.get(currency) ?? 0) + amountPence);
  }
  return (
    <div class="outcome price">
      <p>
        <strong>
          {messages.price}
          {totals.size > 0 && ": "}
          {[...totals].map(([currency, pence]) => sayMoney(pence, currency, language)).join(" + ")}
        </strong>
      </p>
      {missing.length > 0 && <p>{messages.priceNotWhole}</p>}
      {lines.length > 0 && (
        <details>
          <summary>{messages.priceLines}</summary>
          <ul>
            {lines.map(({ label, date, amountPence, currency }) => (
              <li>
                {date !== undefined && sayDateOf(label[language], date, language)}
                {label[language]}: {sayMoney(amountPence, currency, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The date of a line, unless the label tells it already. */
function sayDateOf(label: string, date: LocalDate, language: Language): string {
  const said = sayShortDate(date, language);
  return label.includes(said) ? "" : `${said}: `;
}

function sayMoney(amountPence: number, currency: string, language: Language): string {
  const locale = language === "cy" ? "cy-GB" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amountPence / 100);
}
