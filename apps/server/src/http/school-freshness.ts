import { localDateOf, type Instant, type LocalDate } from "@neuadd/core";
import { readEvents } from "../ledger/read-events.ts";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import type { HttpContext } from "./exchange.ts";
import { shareReads } from "./share-reads.ts";

/** How new what a school says is: enough to tell whether a copy of an answer still holds. */
export interface Freshness {
  /** The moment that the answer is about. */
  readonly now: Instant;
  readonly today: LocalDate;
  /** The school as of its present revision. */
  readonly state: SchoolState;
  /** Strong entity tag of the answer at this address. */
  readonly tag: string;
}

/** An address of a school: its path and query, as they were sent. */
export interface SchoolAddress {
  readonly school: string;
  readonly target: string;
}

/** Undefined when there is no such school. */
export type ReadFreshness = (address: SchoolAddress) => Promise<Freshness | undefined>;

/**
 * Reads how new a school is at the cost of one small read: what only changes with its revision is remembered with it.
 *
 * The tag names the ledger by the time of its first entry, so that a copy from a data directory that was thrown away
 * is never taken for one of the new directory, whose revisions count from 1 again.
 */
export function freshnessReader(services: Services): ReadFreshness {
  const readRevision = shareReads(revisionReader(services));
  const known = new Map<string, { readonly state: SchoolState; readonly ledger: string }>();
  return async ({ school, target }) => {
    const revision = await readRevision(school);
    if (revision === undefined) return undefined;
    let entry = known.get(school);
    if (entry?.state.revision !== revision) {
      const state = await readSchool(services, school);
      entry = { state, ledger: entry?.ledger ?? (await ledgerName(services, school)) };
      known.set(school, entry);
    }
    const { state, ledger } = entry;
    const now = services.clock.now();
    const today = localDateOf(now, state.school.zone);
    const tag = `"${ledger}-${state.revision}-${today}-${hash(target)}"`;
    return { now, today, state, tag };
  };
}

/** Reads the revision of a school. The statement is built once: building it costs more than running it. */
function revisionReader({
  store: { database },
}: Services): (school: string) => Promise<number | undefined> {
  const statement = database
    .selectFrom("schools")
    .select("revision")
    .where("school_id", "=", "")
    .compile();
  return async (school) => {
    const { rows } = await database.executeQuery<{ revision: number }>({
      ...statement,
      parameters: [school],
    });
    return rows[0]?.revision;
  };
}

/** Path and query of a request, as they were sent. */
export function pathAndQuery(context: HttpContext): string {
  const { url } = context.req;
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

async function ledgerName(services: Services, school: string): Promise<string> {
  const [first] = await readEvents(services, school, 0, 1);
  return (first?.at ?? 0).toString(36);
}

/** FNV-1a, 32 bits: it only keeps the tag of one address from being mistaken for that of another. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
