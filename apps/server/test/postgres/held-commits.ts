import pg from "pg";
import { onTestFinished, vi } from "vitest";

/** A commit to a table of a schema that PostgreSQL is kept from ending, however long it may take. Others may go past it. */
export interface HeldCommits {
  /** Resolves as soon as such a commit is under way. */
  untilOneWaits(): Promise<void>;
  /** Resolves as soon as a writer waits for a row of the `queue` that it holds. */
  untilAWriterWaits(): Promise<void>;
  /** Lets it end, and all that come after it. */
  release(): Promise<void>;
}

export interface HeldWrites {
  /** The first commit of what is written to this table is held. */
  readonly table: string;
  /** The table whose rows such writers take first, one after the other. */
  readonly queue: string;
}

const LEDGER_WRITES: HeldWrites = { table: "events", queue: "schools" };

/**
 * Holds the first commit from now on, by default of those to ledgers. The schema, with its tables, must be of this test
 * alone: it is not as it was afterwards.
 */
export async function holdCommits(
  url: string,
  { table, queue }: HeldWrites = LEDGER_WRITES,
): Promise<HeldCommits> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`
    create function hold_commit() returns trigger language plpgsql set lock_timeout = 0 as $$
    begin
      if pg_try_advisory_xact_lock(hashtext(current_schema() || ' first')) then
        perform pg_advisory_xact_lock_shared(hashtext(current_schema()));
      end if;
      return null;
    end $$;
    create constraint trigger hold_commit after insert or update on ${table}
      deferrable initially deferred for each row execute function hold_commit();
    select pg_advisory_lock(hashtext(current_schema()))`);
  const untilWaiting = (locks: string) =>
    vi.waitFor(
      async () => {
        const { rows } = await client.query(
          `select 1 from pg_locks where not granted and ${locks}`,
        );
        if (rows.length === 0) throw new Error("Nobody waits yet.");
      },
      { timeout: 20_000, interval: 10 },
    );
  return {
    untilOneWaits: () =>
      untilWaiting("locktype = 'advisory' and objid = hashtext(current_schema())::oid"),
    untilAWriterWaits: () =>
      untilWaiting(`locktype = 'transactionid' and pid in (
        select pid from pg_locks where relation = '${queue}'::regclass)`),
    async release() {
      await client.query("select pg_advisory_unlock(hashtext(current_schema()))");
    },
  };
}
