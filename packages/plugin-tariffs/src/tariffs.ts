import {
  CoreError,
  isLocalDate,
  schemaFaults,
  summariseFaults,
  type Bilingual,
} from "@neuadd/core";
import { definePlugin, refuseUnknownOptions } from "@neuadd/plugin-kit";
import { followBookings } from "./follow-bookings.ts";
import { quotePreview } from "./quote-preview.ts";
import { tariffPage } from "./tariff-page.ts";
import { TariffSchema } from "./tariff-schema.ts";
import { tariffsApi } from "./tariffs-api.ts";
import type { FirstTariff, TariffsContext } from "./tariffs-context.ts";
import { tariffsPersonalData } from "./tariffs-personal-data.ts";
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
 * @throws CoreError IMPORT_INVALID with every fault of a first tariff, RangeError for an option that there is not
 *
 * @example
 * ```ts
 * import { tariffs } from "@neuadd/plugin-tariffs";
 *
 * tariffs().id; //=> "tariffs"
 * ```
 */
export function tariffs(options: TariffsOptions = {}) {
  refuseUnknownOptions("tariffs", options, { firstTariffs: true });
  const { firstTariffs = {} } = options;
  checkFirstTariffs(firstTariffs);
  return definePlugin({
    id: "tariffs",
    migrations: tariffsMigrations,
    personalData: tariffsPersonalData,
    setup(host) {
      const context: TariffsContext = {
        host,
        tables: host.tables<TariffsTables>(),
        firstTariffs,
        taxSources: [],
        taxStates: [],
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
    const result = TariffSchema.safeParse(tariff, { reportInput: true });
    if (result.success && isLocalDate(validFrom)) continue;
    const faults = result.success
      ? [{ path: "/validFrom", message: notADate(validFrom) }]
      : schemaFaults(result.error);
    const what = {
      cy: `tariffs: ni ellir defnyddio tariff cyntaf "${school}" yn y ffurfweddiad`,
      en: `tariffs: the first tariff of "${school}" in the configuration can't be used`,
    };
    throw new CoreError("IMPORT_INVALID", summariseFaults(what, faults), { faults });
  }
}

function notADate(text: string): Bilingual {
  return {
    cy: `Nid yw "${text}" yn ddyddiad; ysgrifennwch ef fel 2026-09-08.`,
    en: `"${text}" is not a date; write it as 2026-09-08.`,
  };
}
