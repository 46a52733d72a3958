import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import type { StorePlace } from "./stores.ts";

/** A row by its columns, in their order. */
export type WrittenRow = Readonly<Record<string, string | number | null>>;

/**
 * What one request for a series left in the store when it was answered, but for its dates and their claims, whose columns
 * hold nothing that the request does not say.
 */
export interface WrittenRows {
  readonly series: WrittenRow;
  readonly event: WrittenRow;
  readonly idempotencyKey: WrittenRow;
}

/** Reads them back: the series with the id, its first event, and the answer that is kept for its key. */
export async function readWrittenRows(
  place: StorePlace,
  booking: string,
  idempotencyKey: string,
): Promise<WrittenRows> {
  const read = await openReader(place);
  const series = await read.row("select * from series where booking_id = $1", booking);
  const event = await read.row("select * from events where data like $1", `%"${booking}"%`);
  const kept = await read.row(
    "select * from idempotency_keys where idempotency_key = $1",
    idempotencyKey,
  );
  await read.close();
  return { series, event, idempotencyKey: kept };
}

interface Reader {
  row(statement: string, value: string): Promise<WrittenRow>;
  close(): Promise<void>;
}

async function openReader(place: StorePlace): Promise<Reader> {
  if ("sqlite" in place) {
    const database = new BetterSqlite3(place.sqlite, { readonly: true });
    return {
      row: async (statement, value) =>
        found(database.prepare(statement.replace("$1", "?")).get(value), statement),
      close: async () => void database.close(),
    };
  }
  const client = new pg.Client({ connectionString: place.postgres });
  await client.connect();
  return {
    row: async (statement, value) =>
      found((await client.query<WrittenRow>(statement, [value])).rows[0], statement),
    close: () => client.end(),
  };
}

function found(row: unknown, statement: string): WrittenRow {
  if (row === undefined) throw new Error(`Nothing was written that "${statement}" finds.`);
  return row as WrittenRow;
}
