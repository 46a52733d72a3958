import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

/** The rows that a series of one leaf makes, written by the driver alone: no decision, no history, nothing checked. */
export interface BareStore {
  insertSeries(series: {
    readonly school: string;
    readonly leaf: string;
    /** Instants, one a date. */
    readonly starts: readonly number[];
  }): Promise<void>;
}

const LENGTH_MS = 3_600_000;

/** Opens the database with the settings that the server uses, for as many statements as it has tables to write. */
export async function openBareStore({
  sqlite,
  postgres,
}: {
  readonly sqlite?: string;
  readonly postgres?: string;
}): Promise<BareStore | undefined> {
  if (sqlite !== undefined) return bareSqlite(sqlite);
  if (postgres !== undefined) return barePostgres(postgres);
  return undefined;
}

let made = 0;

function nextBooking(): string {
  made += 1;
  return `bok_bare_${process.pid}_${made}`;
}

function bareSqlite(file: string): BareStore {
  const database = new BetterSqlite3(file);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  const bump = database.prepare(
    "update schools set revision = revision + 1 where school_id = ? returning revision",
  );
  const hirerOf = database
    .prepare("select hirer_id from hirer_schools where school_id = ?")
    .pluck();
  const series = database.prepare(
    `insert into series values (?, ?, ?, ?, 'requested', 'Badminton', 'badminton', 1, '{}', ?, ?, 0, 'system', ?, null)`,
  );
  const occurrence = database.prepare(
    `insert into occurrences values (?, ?, ?, ?, '09:00', '10:00', ?, ?, 'requested', '[]')`,
  );
  const claim = database.prepare(`insert into claims values (?, ?, ?, ?, 'request', ?, ?)`);
  const event = database.prepare(
    `insert into events (school_id, revision, ordinal, type, at, actor, data) values (?, ?, 0, 'booking.requested', 0, 'system', '{}')`,
  );
  const write = database.transaction((school: string, leaf: string, starts: readonly number[]) => {
    const booking = nextBooking();
    const { revision } = bump.get(school) as { revision: number };
    const first = starts[0] ?? 0;
    const last = (starts.at(-1) ?? 0) + LENGTH_MS;
    series.run(school, booking, hirerOf.get(school), leaf, first, last, revision);
    for (const start of starts) {
      const date = new Date(start).toISOString().slice(0, 10);
      occurrence.run(school, booking, date, leaf, start, start + LENGTH_MS);
      claim.run(school, leaf, start, start + LENGTH_MS, booking, date);
    }
    event.run(school, revision);
  });
  return {
    async insertSeries({ school, leaf, starts }) {
      write.immediate(school, leaf, starts);
    },
  };
}

function barePostgres(connectionString: string): BareStore {
  const pool = new pg.Pool({ connectionString, max: 10 });
  return {
    async insertSeries({ school, leaf, starts }) {
      const booking = nextBooking();
      const dates = starts.map((start) => new Date(start).toISOString().slice(0, 10));
      const ends = starts.map((start) => start + LENGTH_MS);
      const client = await pool.connect();
      try {
        await client.query("begin");
        const { rows } = await client.query<{ revision: string }>(
          "update schools set revision = revision + 1 where school_id = $1 returning revision",
          [school],
        );
        const revision = rows[0]?.revision;
        await client.query(
          `insert into series select $1, $2, hirer_id, $3, 'requested', 'Badminton', 'badminton', 1, '{}', $4, $5, 0, 'system', $6, null
           from hirer_schools where school_id = $1`,
          [school, booking, leaf, starts[0], ends.at(-1), revision],
        );
        await client.query(
          `insert into occurrences select $1, $2, d, $3, '09:00', '10:00', s, e, 'requested', '[]'
           from unnest($4::text[], $5::bigint[], $6::bigint[]) as t (d, s, e)`,
          [school, booking, leaf, dates, starts, ends],
        );
        await client.query(
          `insert into claims select $1, $3, s, e, 'request', $2, d
           from unnest($4::text[], $5::bigint[], $6::bigint[]) as t (d, s, e)`,
          [school, booking, leaf, dates, starts, ends],
        );
        await client.query(
          `insert into events (school_id, revision, ordinal, type, at, actor, data) values ($1, $2, 0, 'booking.requested', 0, 'system', '{}')`,
          [school, revision],
        );
        await client.query("commit");
      } finally {
        client.release();
      }
    },
  };
}
