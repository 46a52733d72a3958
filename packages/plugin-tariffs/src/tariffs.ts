import { CoreError, isLocalDate, schemaFaults } from "@neuadd/core";
import { definePlugin } from "@neuadd/plugin-kit";
import { followBookings } from "./follow-bookings.ts";
import { quotePreview } from "./quote-preview.ts";
import { tariffPage } from "./tariff-page.ts";
import { TariffSchema } from "./tariff-schema.ts";
import { tariffsApi } from "./tariffs-api.ts";
import type { FirstTariff, TariffsContext } from "./tariffs-context.ts";
import { tariffsRoutes } from "./tariffs-routes.ts";
import { tariffsMigrations, type TariffsTables } from "./tariffs-tables.ts";

export interface TariffsOptions {
  /** By id of a school: what it charges until it enters a version of its own. Default: none. */
  readonly firstTariffs?: Readonly<Record<string, FirstTariff>>;
}

/**
 * What schools charge: tariffs with versions, quotes that stay as they were agreed, accounts, invoices and
 * credit notes. A school without a tariff charges nothing through it.
 *
 * @throws CoreError IMPORT_INVALID with every fault of a first tariff
 *
 * @example
 * ```ts
 * import { tariffs } from "@neuadd/plugin-tariffs";
 *
 * tariffs().id; //=> "tariffs"
 * ```
 */
export function tariffs({ firstTariffs = {} }: TariffsOptions = {}) {
  checkFirstTariffs(firstTariffs);
  return definePlugin({
    id: "tariffs",
    migrations: tariffsMigrations,
    setup(host) {
      const context: TariffsContext = {
        host,
        tables: host.tables<TariffsTables>(),
        firstTariffs,
        taxSources: [],
      };
      return {
        api: tariffsApi(context),
        quote: quotePreview(context),
        routes: tariffsRoutes(context),
        on: followBookings(context),
        pages: [tariffPage(context)],
      };
    },
  });
}

function checkFirstTariffs(firstTariffs: Readonly<Record<string, FirstTariff>>): void {
  for (const [school, { validFrom, tariff }] of Object.entries(firstTariffs)) {
    const result = TariffSchema.safeParse(tariff);
    if (result.success && isLocalDate(validFrom)) continue;
    const faults = result.success
      ? [{ path: "/validFrom", message: `"${validFrom}" is not a date` }]
      : schemaFaults(result.error);
    const [first] = faults;
    throw new CoreError(
      "IMPORT_INVALID",
      `tariffs: the first tariff of "${school}" has ${faults.length} faults, the first at ${first?.path}: ${first?.message}. Correct it in the configuration.`,
      { faults },
    );
  }
}
