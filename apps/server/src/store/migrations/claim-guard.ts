import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Migration } from "kysely/migration";
import { ServerError } from "../../server-error.ts";
import type { Store } from "../store.ts";

/**
 * The database's own refusal of two claims that overlap on one leaf, whoever writes them: a trigger in SQLite,
 * an exclusion constraint in PostgreSQL. Claims that only touch are accepted.
 */
export function createClaimGuard(engine: Store["engine"]): Migration {
  return {
    async up(database: Kysely<unknown>) {
      if (engine === "postgres") return constrainPostgres(database);
      for (const statement of sqliteTriggers()) await statement.execute(database);
    },
  };
}

/**
 * One look-up tells: the claims already there don't overlap each other, so of those that start before the new one
 * ends, the last to start is also the last to end. If that one ends before the new one starts, all do.
 */
function sqliteTriggers(): RawBuilder<unknown>[] {
  return [
    sql`
      create trigger claims_never_overlap_on_insert before insert on claims
      when new.starts_at < (
        select ends_at from claims
        where school_id = new.school_id and leaf_id = new.leaf_id and starts_at < new.ends_at
        order by starts_at desc limit 1
      )
      begin
        select raise(abort, 'CLAIM_OVERLAP');
      end`,
    sql`
      create trigger claims_never_overlap_on_update
      before update of school_id, leaf_id, starts_at, ends_at on claims
      when new.starts_at < (
        select ends_at from claims
        where school_id = new.school_id and leaf_id = new.leaf_id and starts_at < new.ends_at
          and not (school_id = old.school_id and leaf_id = old.leaf_id and starts_at = old.starts_at)
        order by starts_at desc limit 1
      )
      begin
        select raise(abort, 'CLAIM_OVERLAP');
      end`,
  ];
}

async function constrainPostgres(database: Kysely<unknown>): Promise<void> {
  try {
    await sql`create extension if not exists btree_gist`.execute(database);
  } catch (cause) {
    throw new ServerError(
      "STORE_UNAVAILABLE",
      {
        cy: 'Mae angen yr estyniad "btree_gist" ar y gronfa ddata PostgreSQL, ac ni all y defnyddiwr hwn ei ychwanegu. Gofynnwch i berchennog y gronfa redeg: create extension btree_gist;',
        en: 'The PostgreSQL database needs the extension "btree_gist", and this user can\'t add it. Have its owner run: create extension btree_gist;',
      },
      { cause },
    );
  }
  // The number comes first because GiST finds its way among texts badly: with them alone, adding to a million claims took
  // twenty times as long. It only leads there; what counts are the school and the leaf themselves.
  await sql`
    alter table claims add constraint claims_never_overlap exclude using gist (
      hashtextextended(school_id || '/' || leaf_id, 0) with =,
      int8range(starts_at, ends_at) with &&,
      school_id with =, leaf_id with =
    )`.execute(database);
}
