import type { QuoteSource } from "@neuadd/plugin-kit";
import { makeFacts, type VatContext } from "./assess-booking.ts";
import { decideVat } from "./decide-vat.ts";
import { readSupplier } from "./vat-records.ts";

/**
 * Kind 2, a quote: one line without an amount that says how VAT would fall, with what is known so far. It
 * says nothing for a school that has told nothing of its supplier.
 */
export function previewVat({ host, tables, tariffs }: VatContext): QuoteSource {
  return async (asked) => {
    const { school: id, hirer: hirerId, request, decision } = asked;
    const supplier = await readSupplier(tables, id);
    const school = await host.reads.school(id);
    const bookable = decision.occurrences.filter(({ verdict }) => verdict === "bookable");
    if (supplier.supplier === undefined || school === undefined || bookable.length === 0) return [];
    const hirer = hirerId === undefined ? undefined : await host.reads.hirer(hirerId);
    const activity = request.activity ?? "";
    const terms = (await tariffs.price(asked))?.cancellation;
    const refunds = terms && { terms, letOff: [] };
    const { reason } = decideVat(
      makeFacts({ school, supplier, agreement: {}, hirer, activity, refunds }, bookable),
    );
    return [
      {
        label: { cy: `TAW: ${reason.cy}`, en: `VAT: ${reason.en}` },
        amountPence: 0,
        currency: "GBP",
      },
    ];
  };
}
