import { definePlugin } from "@neuadd/plugin-kit";
import { followBookings, type VatContext } from "./assess-booking.ts";
import { previewVat } from "./preview-vat.ts";
import { RULE_PACK } from "./rule-pack.ts";
import { vatApi } from "./vat-api.ts";
import { vatRoutes } from "./vat-routes.ts";
import { vatMigrations, type VatTables } from "./vat-tables.ts";
import { readDecisions } from "./vat-records.ts";

/** What this plugin asks of the one that prices and invoices. */
interface Tariffs {
  addTaxSource(
    source: (
      school: string,
      booking: string,
    ) => Promise<{ ratePercent: number; label: { cy: string; en: string } } | undefined>,
  ): void;
}

/**
 * How VAT falls on lets: decided from told facts by a versioned rule pack, with evidence for each condition,
 * and again after every change of a booking. It informs; what the school decides is recorded, and only that
 * puts VAT on an invoice. Requires the plugin `tariffs`.
 *
 * @example
 * ```ts
 * import { vat } from "@neuadd/plugin-vat";
 *
 * vat().requires; //=> ["tariffs"]
 * ```
 */
export function vat() {
  return definePlugin({
    id: "vat",
    requires: ["tariffs"],
    migrations: vatMigrations,
    setup(host) {
      const context: VatContext = { host, tables: host.tables<VatTables>() };
      host.plugin<Tariffs>("tariffs").addTaxSource(async (school, booking) => {
        const [decision] = await readDecisions(context.tables, school, booking);
        return decision?.answer === "standardRated" ? VAT : undefined;
      });
      return {
        api: vatApi(context),
        quote: previewVat(context),
        routes: vatRoutes(context),
        on: followBookings(context),
      };
    },
  });
}

const VAT = {
  ratePercent: RULE_PACK.standardRatePercent,
  label: {
    cy: `TAW ${RULE_PACK.standardRatePercent}%`,
    en: `VAT ${RULE_PACK.standardRatePercent}%`,
  },
};
