import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import type { WrittenRow, WrittenRows } from "./written-rows.ts";

/**
 * The rows that a request for a series of one leaf leaves in the store when it is answered, written by the driver alone in
 * one transaction: no decision, nothing checked. They are the school's next revision, the series, its 52 dates and as many
 * claims, the event, and the answer kept for its idempotency key: into the same tables, with their indexes and guards, and
 * of as many bytes, since texts are those that the server wrote once. What listeners write afterwards is not among them.
 */
export interface BareStore {
  insertSeries(series: {
    readonly school: string;
    readonly leaf: string;
    /** Instants, one a date. */
    readonly starts: readonly number[];
  }): Promise<void>;
}

const LENGTH_MS = 3_600_000;

/** Opens the database with the settings that the server uses. */
export async function openBareStore({
  sqlite,
  postgres,
  written,
}: {
  readonly sqlite?: string;
  readonly postgres?: string;
  readonly written?: WrittenRows;
}): Promise<BareStore | undefined> {
  if (written === undefined) return undefined;
  if (sqlite !== undefined) return bareSqlite(sqlite, written);
  if (postgres !== undefined) return barePostgres(postgres, written);
  return undefined;
}

let made = 0;

/** The rows but for the dates: those that were written once, with what is another's each time. */
function newRows(
  { series, event, idempotencyKey }: WrittenRows,
  {
    school,
    leaf,
    starts,
    revision,
  }: {
    readonly school: string;
    readonly leaf: string;
    readonly starts: readonly number[];
    readonly revision: number;
  },
): { readonly booking: string } & WrittenRows {
  made += 1;
  // As long as the server's own: it stands in every row.
  const booking = `bok_bare${made}`.padEnd(String(series["booking_id"]).length, "x");
  return {
    booking,
    series: {
      ...series,
      school_id: school,
      booking_id: booking,
      space_id: leaf,
      first_starts_at: starts[0] ?? 0,
      last_ends_at: (starts.at(-1) ?? 0) + LENGTH_MS,
      revision,
    },
    event: { ...event, school_id: school, revision },
    idempotencyKey: { ...idempotencyKey, idempotency_key: booking },
  };
}

function bareSqlite(file: string, written: WrittenRows): BareStore {
  const database = new BetterSqlite3(file);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  database.pragma("secure_delete = on");
  database.pragma("temp_store = memory");
  database.pragma("cache_size = -16000");
  const bump = database.prepare(
    "update schools set revision = revision + 1 where school_id = ? returning revision",
  );
  const insert = (table: string, row: WrittenRow) => {
    const columns = Object.keys(row);
    const statement = `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`;
    return database.prepare(statement);
  };
  const series = insert("series", written.series);
  const event = insert("events", written.event);
  const answer = insert("idempotency_keys", written.idempotencyKey);
  const occurrence = database.prepare(
    `insert into occurrences values (?, ?, ?, ?, '09:00', '10:00', ?, ?, 'requested', '[]')`,
  );
  const claim = database.prepare(`insert into claims values (?, ?, ?, ?, 'request', ?, ?)`);
  const write = database.transaction((school: string, leaf: string, starts: readonly number[]) => {
    const { revision } = bump.get(school) as { revision: number };
    const rows = newRows(written, { school, leaf, starts, revision });
    series.run(...Object.values(rows.series));
    for (const start of starts) {
      const date = new Date(start).toISOString().slice(0, 10);
      occurrence.run(school, rows.booking, date, leaf, start, start + LENGTH_MS);
      claim.run(school, leaf, start, start + LENGTH_MS, rows.booking, date);
    }
    event.run(...Object.values(rows.event));
    answer.run(...Object.values(rows.idempotencyKey));
  });
  return {
    async insertSeries({ school, leaf, starts }) {
      write.immediate(school, leaf, starts);
    },
  };
}

function barePostgres(connectionString: string, written: WrittenRows): BareStore {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const insert = (client: pg.PoolClient, table: string, row: WrittenRow) => {
    const columns = Object.keys(row);
    const values = columns.map((_, index) => `$${index + 1}`).join(", ");
    return client.query(
      `insert into ${table} (${columns.join(", ")}) values (${values})`,
      Object.values(row),
    );
  };
  return {
    async insertSeries({ school, leaf, starts }) {
      const dates = starts.map((start) => new Date(start).toISOString().slice(0, 10));
      const ends = starts.map((start) => start + LENGTH_MS);
      const client = await pool.connect();
      try {
        await client.query("begin");
        const { rows: schools } = await client.query<{ revision: string }>(
          "update schools set revision = revision + 1 where school_id = $1 returning revision",
          [school],
        );
        const revision = Number(schools[0]?.revision);
        const rows = newRows(written, { school, leaf, starts, revision });
        await insert(client, "series", rows.series);
        await client.query(
          `insert into occurrences select $1, $2, d, $3, '09:00', '10:00', s, e, 'requested', '[]'
           from unnest($4::text[], $5::bigint[], $6::bigint[]) as t (d, s, e)`,
          [school, rows.booking, leaf, dates, starts, ends],
        );
        await client.query(
          `insert into claims select $1, $3, s, e, 'request', $2, d
           from unnest($4::text[], $5::bigint[], $6::bigint[]) as t (d, s, e)`,
          [school, rows.booking, leaf, dates, starts, ends],
        );
        await insert(client, "events", rows.event);
        await insert(client, "idempotency_keys", rows.idempotencyKey);
        await client.query("commit");
      } finally {
        client.release();
      }
    },
  };
}
