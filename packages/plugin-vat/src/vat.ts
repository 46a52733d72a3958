import { definePlugin, refuseUnknownOptions } from "@neuadd/plugin-kit";
import { followBookings, type VatContext } from "./assess-booking.ts";
import { previewVat } from "./preview-vat.ts";
import { RULE_PACK } from "./rule-pack.ts";
import type { Tariffs } from "./tariffs-asked.ts";
import { vatApi } from "./vat-api.ts";
import { vatPersonalData } from "./vat-personal-data.ts";
import { vatPage } from "./vat-page.ts";
import { vatRoutes } from "./vat-routes.ts";
import { vatMigrations, type VatTables } from "./vat-tables.ts";
import { readDecisions } from "./vat-records.ts";
import { sayVatState, vatState } from "./vat-state.ts";

/**
 * How VAT falls on lets: decided from told facts by a versioned rule pack, with evidence for each condition,
 * and again after every change of a booking. It informs; what the school decides is recorded, and only that
 * puts VAT on an invoice. Requires the plugin `tariffs`. It has no options.
 *
 * @throws RangeError for any that are given
 *
 * @example
 * ```ts
 * import { vat } from "@neuadd/plugin-vat";
 *
 * vat().requires; //=> ["tariffs"]
 * ```
 */
export function vat(options: Readonly<Record<string, never>> = {}) {
  refuseUnknownOptions("vat", options, {});
  return definePlugin({
    id: "vat",
    requires: ["tariffs"],
    migrations: vatMigrations,
    personalData: vatPersonalData,
    setup(host) {
      const tariffs = host.plugin<Tariffs>("tariffs");
      const context: VatContext = { host, tables: host.tables<VatTables>(), tariffs };
      tariffs.addTaxSource(async (school, booking) => {
        const [decision] = await readDecisions(context.tables, school, booking);
        return decision?.answer === "standardRated" ? VAT : undefined;
      });
      tariffs.addTaxState(async (school, booking) => {
        const facts = await host.reads.school(school);
        const found = await host.reads.booking(school, booking);
        if (facts === undefined || found === undefined) return undefined;
        const known = await vatState(context, facts, found);
        return {
          code: `vat/${known.state}`,
          isSettled: known.state === "decided",
          sentence: sayVatState(known),
        };
      });
      return {
        api: vatApi(context),
        quote: previewVat(context),
        routes: vatRoutes(context),
        on: followBookings(context),
        pages: [vatPage(context)],
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
