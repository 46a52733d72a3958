import { mergeIntervals, type Interval, type SpaceId } from "@neuadd/core";
import { type Compilable, type Kysely, sql } from "kysely";
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
  const times = joined.flatMap(({ start, end }) => [start, end]);
  const { rows } = await runKept<DatedClaim>(
    database,
    `readClaims ${joined.length} ${leaves.length}`,
    [...times, school, ...leaves],
    () => claimsQuery(database, school, leaves, joined),
  );
  return rows;
}

function claimsQuery(
  database: Kysely<StoreSchema>,
  school: string,
  leaves: readonly SpaceId[],
  windows: readonly Interval[],
): Compilable {
  const query = sql<DatedClaim>`
    with windows (opens_at, closes_at) as (values ${sql.join(
      windows.map(({ start, end }) => sql`(cast(${start} as bigint), cast(${end} as bigint))`),
    )})
    select leaf_id as leaf, starts_at as "start", ends_at as "end", kind, owner_id as owner, local_date as date
    from windows cross join claims
    where school_id = ${plannedOnce(school)} and leaf_id in (${sql.join(leaves)})
      and starts_at > opens_at - ${sql.lit(LONGEST_CLAIM_MILLISECONDS)}
      and starts_at < closes_at and ends_at > opens_at`;
  return { compile: () => query.compile(database) };
}
