import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";
import { claimsOf, type ModelSchool } from "./model-school.ts";
import { PERSONAL } from "./world.ts";

/** Where the tables of a school differ from what was acknowledged; empty if nowhere. */
export async function compareWithModel(
  { database }: Store,
  school: ModelSchool,
  now: number,
): Promise<string[]> {
  const { rows: schools } = await sql<{ revision: number }>`
    select revision from schools where school_id = ${school.id}`.execute(database);
  const { rows: series } = await sql<{ booking_id: string; status: string; revision: number }>`
    select booking_id, status, revision from series where school_id = ${school.id}`.execute(
    database,
  );
  const { rows: dates } = await sql<DateRow>`
    select booking_id, local_date, space_id, start_time, end_time, status from occurrences
    where school_id = ${school.id}`.execute(database);
  const { rows: claims } = await sql<ClaimRow>`
    select owner_id, local_date, kind, leaf_id, starts_at, ends_at from claims
    where school_id = ${school.id} and ends_at > ${now}`.execute(database);
  const { rows: personal } = await sql<{ data: string }>`
    select data from events where school_id = ${school.id}
      and (data like ${`%${PERSONAL}%`} or actor like ${`%${PERSONAL}%`})`.execute(database);
  const bookings = [...school.bookings.values()];
  return [
    ...differences(
      "school",
      schools.map(({ revision }) => `${revision}`),
      [`${school.revision}`],
    ),
    ...differences(
      "booking",
      series.map((row) => `${row.booking_id} ${row.status} ${row.revision}`),
      bookings.map(({ id, status, revision }) => `${id} ${status} ${revision}`),
    ),
    ...differences(
      "date",
      dates.map((row) =>
        [
          row.booking_id,
          row.local_date,
          row.space_id,
          row.start_time,
          row.end_time,
          row.status,
        ].join(" "),
      ),
      bookings.flatMap(({ id, dates: known }) =>
        [...known.values()].map(({ date, space, startTime, endTime, status }) =>
          [id, date, space, startTime, endTime, status].join(" "),
        ),
      ),
    ),
    ...differences(
      "claim",
      claims.map((row) =>
        [row.owner_id, row.local_date, row.kind, row.leaf_id, row.starts_at, row.ends_at].join(" "),
      ),
      claimsOf(school)
        .filter(({ end }) => end > now)
        .map(({ owner, date, kind, leaf, start, end }) =>
          [owner, date, kind, leaf, start, end].join(" "),
        ),
    ),
    ...personal.map(({ data }) => `an event names a person: ${data}`),
  ];
}

interface DateRow {
  readonly booking_id: string;
  readonly local_date: string;
  readonly space_id: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly status: string;
}

interface ClaimRow {
  readonly owner_id: string;
  readonly local_date: string;
  readonly kind: string;
  readonly leaf_id: string;
  readonly starts_at: number;
  readonly ends_at: number;
}

function differences(
  what: string,
  found: readonly string[],
  expected: readonly string[],
): string[] {
  const [have, want] = [new Set(found), new Set(expected)];
  return [
    ...expected.filter((one) => !have.has(one)).map((one) => `${what} missing: ${one}`),
    ...found.filter((one) => !want.has(one)).map((one) => `${what} too many: ${one}`),
  ];
}
