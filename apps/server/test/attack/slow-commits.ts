import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";

export interface SlowCommits {
  /** How many of a thousand entries of a ledger take long. */
  readonly perThousand: number;
  readonly mostSeconds: number;
}

/**
 * Makes PostgreSQL take long over some commits to ledgers, as it does when a disk or a standby is slow: whoever waits for
 * them may be killed, or cut off, and ask again while they are still under way.
 */
export async function slowCommitsDown(
  { database }: Store,
  { perThousand, mostSeconds }: SlowCommits,
): Promise<void> {
  await sql`
    create function take_long() returns trigger language plpgsql as $$
    begin
      if random() * 1000 < ${sql.lit(perThousand)} then
        perform pg_sleep(random() * ${sql.lit(mostSeconds)});
      end if;
      return null;
    end $$`.execute(database);
  await sql`
    create constraint trigger take_long after insert on events
      deferrable initially deferred for each row execute function take_long()`.execute(database);
}
