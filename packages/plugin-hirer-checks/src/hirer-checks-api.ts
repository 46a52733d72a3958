import type { Kysely } from "kysely";
import { readDocuments, type SeenDocument } from "./document-store.ts";
import { readEventNotices } from "./event-notice-store.ts";
import type { EventNotice } from "./event-notice.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

/** What other code may ask: `server.plugins["hirer-checks"]`. */
export interface HirerChecksApi {
  /** What a school has seen of a hirer. */
  documents(school: string, hirer: string): Promise<readonly SeenDocument[]>;
  /** Temporary event notices of a school that end after an instant, over all its premises and hirers. */
  eventNotices(school: string, endingAfter: number): Promise<readonly EventNotice[]>;
}

export function hirerChecksApi(tables: Kysely<HirerChecksTables>): HirerChecksApi {
  return {
    documents: (school, hirer) => readDocuments(tables, school, hirer),
    eventNotices: (school, endingAfter) => readEventNotices(tables, school, { endingAfter }),
  };
}
