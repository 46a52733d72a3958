import {
  definePlugin,
  LEDGER_EVENT_TYPES,
  type LedgerEvent,
  type Listeners,
  refuseUnknownOptions,
} from "@neuadd/plugin-kit";
import { forgetDeleted } from "./forget-deleted.ts";
import { openActiveApi } from "./openactive-api.ts";
import { openActivePage } from "./openactive-page.ts";
import { openActiveRoutes } from "./openactive-routes.ts";
import { openActiveMigrations, type OpenActiveTables } from "./openactive-tables.ts";
import type { PriceSource } from "./price-source.ts";
import { refreshFeeds, type RefreshOptions } from "./refresh-feeds.ts";
import { allRecords, readRecord } from "./school-record.ts";

export interface OpenActiveOptions {
  /** How many days from today on slots are published, from 1 to 365. Default 28. */
  readonly daysAhead?: number;
  /**
   * Id of the plugin that knows what slots cost, such as `tariffs`: its api must be a {@link PriceSource}. A publication then
   * needs no prices of its own. Absent: it has its own alone.
   */
  readonly pricesFrom?: string;
}

const DEFAULT_DAYS_AHEAD = 28;

/**
 * Open data of the schools that want it: a dataset site for each, with feeds of its spaces and of when they
 * are free, as OpenActive has them (Opportunity Data 2.0, Realtime Paged Data Exchange 1.0). Of bookings
 * they say no more than that a slot is taken.
 *
 * @throws RangeError for a `daysAhead` that is not from 1 to 365, or an option that there is not
 *
 * @example
 * ```ts
 * import { openActive } from "@neuadd/plugin-openactive";
 *
 * openActive().requires; //=> []
 * openActive({ pricesFrom: "tariffs" }).requires; //=> ["tariffs"]
 * ```
 */
export function openActive(given: OpenActiveOptions = {}) {
  const { daysAhead = DEFAULT_DAYS_AHEAD, pricesFrom } = given;
  refuseUnknownOptions("openActive", given, { daysAhead: true, pricesFrom: true });
  if (!Number.isInteger(daysAhead) || daysAhead < 1 || daysAhead > 365) {
    throw new RangeError(
      `openActive: daysAhead is ${daysAhead}; give a whole number from 1 to 365.`,
    );
  }
  return definePlugin({
    id: "openactive",
    requires: pricesFrom === undefined ? [] : [pricesFrom],
    migrations: openActiveMigrations,
    setup(host) {
      const tables = host.tables<OpenActiveTables>();
      const options: RefreshOptions = {
        daysAhead,
        ...(pricesFrom !== undefined && { priceSource: host.plugin<PriceSource>(pricesFrom) }),
      };
      const api = openActiveApi(host, tables, options);

      async function follow({ school, revision }: LedgerEvent): Promise<void> {
        const record = await readRecord(tables, school);
        // Several entries share a revision, and the feeds are of the newest in any case.
        if (record === undefined || record.revision >= revision) return;
        await refreshFeeds(host, tables, school, options);
      }

      /** Slots begin, days come within reach, prices change, and what was deleted is forgotten. */
      async function moveOn(): Promise<void> {
        for (const { school } of await allRecords(tables)) {
          await refreshFeeds(host, tables, school, options);
          await forgetDeleted(tables, school, host.now());
        }
      }

      const on: Listeners = Object.fromEntries(LEDGER_EVENT_TYPES.map((type) => [type, follow]));
      return {
        api,
        routes: openActiveRoutes({ host, tables, api }),
        on,
        jobs: [{ id: "move-on", everyMinutes: 15, run: moveOn }],
        pages: [openActivePage(host, tables)],
      };
    },
  });
}
