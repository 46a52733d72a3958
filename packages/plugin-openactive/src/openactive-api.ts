import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { placeMissing, pricesMissing } from "./openactive-problems.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";
import type { Publication } from "./publication.ts";
import { refreshFeeds, type RefreshOptions } from "./refresh-feeds.ts";
import { keepRecord, readRecord } from "./school-record.ts";

/** What other code may ask: `server.plugins.openactive`, typed. */
export interface OpenActiveApi {
  /**
   * Publishes the open data of a school, or changes what it says of itself. The feeds hold it when the
   * promise is kept.
   *
   * @throws PluginProblem openactive/PLACE_MISSING when no premises of the school are among the places,
   * openactive/PRICES_MISSING without prices where none are taken from another plugin; an Error for a school that is not there
   */
  publish(school: string, publication: Publication): Promise<void>;
  /** Takes a school's open data back; false if it has none. */
  withdraw(school: string): Promise<boolean>;
}

export function openActiveApi(
  host: PluginHost,
  tables: Kysely<OpenActiveTables>,
  options: RefreshOptions,
): OpenActiveApi {
  return {
    async publish(school, publication) {
      const facts = await host.reads.school(school);
      if (facts === undefined) throw new Error(`There is no school "${school}".`);
      const premises = new Set(facts.tree.spaces.map((space) => space.premises));
      if (![...premises].some((id) => Object.hasOwn(publication.places, id))) {
        throw placeMissing([...premises]);
      }
      if (publication.prices === undefined && options.priceSource === undefined) {
        throw pricesMissing();
      }
      await keepRecord(tables, school, { publication, isPublished: true }, host.now());
      await refreshFeeds(host, tables, school, options);
    },
    async withdraw(school) {
      const record = await readRecord(tables, school);
      if (record?.isPublished !== true) return false;
      const { publication } = record;
      await keepRecord(tables, school, { publication, isPublished: false }, host.now());
      await refreshFeeds(host, tables, school, options);
      return true;
    },
  };
}
