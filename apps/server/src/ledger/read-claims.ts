import { mergeIntervals, type Interval, type SpaceId } from "@neuadd/core";
import { type Kysely, type QueryResult, sql } from "kysely";
import { engineOf } from "../store/engine-of.ts";
import { runKept } from "../store/kept-statement.ts";
import { plannedOnce } from "../store/planned-once.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { DatedClaim } from "./write-claims.ts";

/**
 * No claim is longer than this (the table refuses it), so that a look-up by start finds those as well that began
 * before the window.
 */
const LONGEST_CLAIM_MILLISECONDS = 49 * 3_600_000;

/** The claims on any of the leaves that overlap any of the windows; in no order, and perhaps more than once. */
export async function readClaims(
  database: Kysely<StoreSchema>,
  school: string,
  leaves: readonly SpaceId[],
  windows: readonly Interval[],
): Promise<DatedClaim[]> {
  const joined = mergeIntervals(windows);
  if (joined.length === 0 || leaves.length === 0) return [];
  const { rows } = await (engineOf(database) === "postgres"
    ? readFromPostgres(database, school, leaves, joined)
    : readFromSqlite(database, school, leaves, joined));
  return rows;
}

/**
 * Looks into the index once for each window and leaf. PostgreSQL is kept from going about it otherwise: it knows nothing of how
 * narrow the windows are, and would read all that was ever held on the leaves.
 */
function readFromPostgres(
  database: Kysely<StoreSchema>,
  school: string,
  leaves: readonly SpaceId[],
  windows: readonly Interval[],
): Promise<QueryResult<DatedClaim>> {
  const opens = windows.map(({ start }) => start);
  const closes = windows.map(({ end }) => end);
  return runKept(database, "readClaims", [opens, closes, leaves, school], () => {
    const query = sql`
      select leaf, "start", "end", kind, owner, date
      from unnest(${opens}::bigint[], ${closes}::bigint[]) as windows (opens_at, closes_at)
      cross join unnest(${leaves}::text[]) as leaves (id)
      cross join lateral (
        select ${COLUMNS} from claims
        where school_id = ${school} and leaf_id = leaves.id and ${OVERLAPS}
        offset 0
      ) as claims`;
    return { compile: () => query.compile(database) };
  });
}

function readFromSqlite(
  database: Kysely<StoreSchema>,
  school: string,
  leaves: readonly SpaceId[],
  windows: readonly Interval[],
): Promise<QueryResult<DatedClaim>> {
  const times = windows.flatMap(({ start, end }) => [start, end]);
  const name = `readClaims ${windows.length} ${leaves.length}`;
  return runKept(database, name, [...times, school, ...leaves], () => {
    const values = windows.map(
      ({ start, end }) => sql`(cast(${start} as bigint), cast(${end} as bigint))`,
    );
    const query = sql`
      with windows (opens_at, closes_at) as (values ${sql.join(values)})
      select ${COLUMNS} from windows cross join claims
      where school_id = ${plannedOnce(school)} and leaf_id in (${sql.join(leaves)}) and ${OVERLAPS}`;
    return { compile: () => query.compile(database) };
  });
}

const COLUMNS = sql`leaf_id as leaf, starts_at as "start", ends_at as "end", kind, owner_id as owner, local_date as date`;
const OVERLAPS = sql`starts_at > opens_at - ${sql.lit(LONGEST_CLAIM_MILLISECONDS)}
  and starts_at < closes_at and ends_at > opens_at`;
