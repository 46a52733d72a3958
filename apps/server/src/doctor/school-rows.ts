import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";

export interface HeldRow {
  readonly leaf_id: string;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly kind: string;
  readonly owner_id: string;
  readonly local_date: string;
}

export interface DateRow {
  readonly booking_id: string;
  readonly space_id: string;
  readonly local_date: string;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly status: string;
  readonly series_status: string;
  readonly holds: number;
}

export interface BlockDates {
  readonly block_id: string;
  readonly space_id: string;
  readonly dates: string;
}

export interface EntryRow {
  readonly revision: number;
  readonly ordinal: number;
  readonly at: number;
  readonly data: string;
}

/** All that the doctor looks at of one school. */
export interface SchoolRows {
  readonly school: string;
  readonly revision: number;
  /** Null: the version that the school names is not there. */
  readonly definition: string | null;
  readonly claims: readonly HeldRow[];
  readonly dates: readonly DateRow[];
  readonly blocks: readonly BlockDates[];
  readonly events: readonly EntryRow[];
}

/** Reads the tables of a school as they are, by statements of its own. Undefined for an unknown school. */
export async function readSchoolRows(
  database: Kysely<StoreSchema>,
  school: string,
): Promise<SchoolRows | undefined> {
  const { rows: schools } = await sql<{ revision: number; definition: string | null }>`
    select s.revision, d.definition from schools s
    left join school_definitions d
      on d.school_id = s.school_id and d.revision = s.definition_revision
    where s.school_id = ${school}`.execute(database);
  const [row] = schools;
  if (row === undefined) return undefined;
  const { rows: claims } = await sql<HeldRow>`
    select leaf_id, starts_at, ends_at, kind, owner_id, local_date from claims
    where school_id = ${school} order by leaf_id, starts_at, ends_at`.execute(database);
  const { rows: dates } = await sql<DateRow>`
    select o.booking_id, o.space_id, o.local_date, o.starts_at, o.ends_at, o.status,
      s.status as series_status, s.holds
    from occurrences o
    join series s on s.school_id = o.school_id and s.booking_id = o.booking_id
    where o.school_id = ${school} order by o.booking_id, o.local_date`.execute(database);
  const { rows: blocks } = await sql<BlockDates>`
    select block_id, space_id, dates from blocks
    where school_id = ${school} and removed_at is null order by block_id`.execute(database);
  const { rows: events } = await sql<EntryRow>`
    select revision, ordinal, at, data from events
    where school_id = ${school} order by revision, ordinal`.execute(database);
  return { school, ...row, claims, dates, blocks, events };
}
