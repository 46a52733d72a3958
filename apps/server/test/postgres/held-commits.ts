import pg from "pg";
import { onTestFinished, vi } from "vitest";

/** Commits to the ledgers of a schema that PostgreSQL is kept from ending, however long they may take. */
export interface HeldCommits {
  /** Resolves as soon as a commit is under way. */
  untilOneWaits(): Promise<void>;
  /** Resolves as soon as a writer waits for the ledger that such a commit holds. */
  untilAWriterWaits(): Promise<void>;
  /** Lets them end, and all that come after them. */
  release(): Promise<void>;
}

/** Holds commits from now on. The schema, with its tables, must be of this test alone: it is not as it was afterwards. */
export async function holdCommits(url: string): Promise<HeldCommits> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`
    create function hold_commit() returns trigger language plpgsql set lock_timeout = 0 as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtext(current_schema()));
      return null;
    end $$;
    create constraint trigger hold_commit after insert on events
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
        select pid from pg_locks where relation = 'schools'::regclass)`),
    async release() {
      await client.query("select pg_advisory_unlock(hashtext(current_schema()))");
    },
  };
}
