import type { DayAvailability, Hirer, SpaceId } from "@neuadd/core";
import type {
  BlockFacts,
  BookingFacts,
  FactsPage,
  PageWanted,
  PluginReads,
  SchoolFacts,
} from "@neuadd/plugin-kit";
import type { HirerRecord } from "../hirers/hirer-record.ts";
import { listHirers } from "../hirers/list-hirers.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import { readAvailability } from "../ledger/availability.ts";
import { listBlocks } from "../ledger/list-blocks.ts";
import { listBookings } from "../ledger/list-bookings.ts";
import { listSchools } from "../ledger/list-schools.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { readEvents } from "../ledger/read-events.ts";
import { readSchool, schoolRevision, type SchoolState } from "../ledger/school-model.ts";
import { ServerError, type ServerErrorCode } from "../server-error.ts";
import type { Services } from "../services.ts";

const DEFAULT_PAGE = 100;
const LONGEST_PAGE = 1000;

/** The reads of a plugin, on the store that the services have: within a transaction, what that sees. */
export function hostReads(services: Services): PluginReads {
  return {
    async schools() {
      const rows = await services.store.database
        .selectFrom("schools")
        .select("school_id")
        .orderBy("school_id")
        .execute();
      return rows.map((row) => row.school_id);
    },
    listSchools: async () => structuredClone([...(await listSchools(services))]),
    school: (id) => found(async () => schoolFacts(await readSchool(services, id))),
    revision: (school) => schoolRevision(services, school),
    events: (school, afterRevision, limit) =>
      readEvents(services, school, afterRevision, lengthOf({ limit })),
    booking: (school, id) =>
      found<BookingFacts>(async () => await readBooking(services, school, id)),
    bookings: (school, wanted = {}, page = {}) =>
      pageOf<BookingFacts>(() => listBookings(services, school, { ...wanted, ...asked(page) })),
    blocks: (school, span = {}, page = {}) =>
      pageOf<BlockFacts>(async () => {
        const { items, ...next } = await listBlocks(services, school, { ...span, ...asked(page) });
        return { items: items.map(({ displaced: _displaced, ...block }) => block), ...next };
      }),
    hirer: (id) => found(async () => hirerFacts(await readHirer(services, id))),
    hirers: (school, page = {}) =>
      pageOf<Hirer>(async () => {
        const { items, ...next } = await listHirers(services, { school, ...asked(page) });
        return { items: items.map(hirerFacts), ...next };
      }),
    availability: (school, spaces, from, to) =>
      found<Map<SpaceId, DayAvailability[]>>(async () => {
        const state = await readSchool(services, school);
        return readAvailability(services, state, spaces, from, to);
      }),
  };
}

/** What is frozen at every depth: the server shares it among all its decisions. */
export function schoolFacts({
  school,
  premises,
  calendar,
  tree,
  revision,
}: SchoolState): SchoolFacts {
  return { school, premises, calendar, tree, revision };
}

export function hirerFacts({
  createdAt: _createdAt,
  revision: _revision,
  ...hirer
}: HirerRecord): Hirer {
  return hirer;
}

const UNKNOWN: ReadonlySet<ServerErrorCode> = new Set([
  "SCHOOL_UNKNOWN",
  "BOOKING_UNKNOWN",
  "HIRER_UNKNOWN",
]);

async function found<Facts>(read: () => Promise<Facts>): Promise<Facts | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServerError && UNKNOWN.has(error.code)) return undefined;
    throw error;
  }
}

async function pageOf<Facts>(read: () => Promise<FactsPage<Facts>>): Promise<FactsPage<Facts>> {
  return (await found(read)) ?? { items: [] };
}

function asked({ after, limit }: PageWanted): { readonly after?: string; readonly limit: number } {
  return { ...(after !== undefined && { after }), limit: lengthOf({ limit }) };
}

function lengthOf({ limit = DEFAULT_PAGE }: { readonly limit?: number | undefined }): number {
  return Math.min(Math.max(1, Math.floor(limit)), LONGEST_PAGE);
}
