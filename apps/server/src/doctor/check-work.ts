import type { Instant } from "@neuadd/core";
import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";

const BEHIND_AFTER_MS = 3_600_000;
const STALLED_AFTER_MS = 2 * 86_400_000;

/**
 * What plugins and recurring work have not done: dead letters, events that have waited for an hour by the server's
 * clock (`now`), jobs that have not run for two days by the host's (`hostNow`), which is what they go by, or not once in
 * the two days since they were first there.
 */
export async function checkWork(
  database: Kysely<StoreSchema>,
  { now, hostNow }: { readonly now: Instant; readonly hostNow: number },
): Promise<Finding[]> {
  return gathered([
    ...(await deadLetters(database)),
    ...(await behind(database, now)),
    ...(await stalled(database, hostNow)),
  ]);
}

async function deadLetters(database: Kysely<StoreSchema>): Promise<Sighting[]> {
  const { rows } = await sql<{ listener_id: string; school_id: string; number: number }>`
    select listener_id, school_id, count(*) as number from dead_letters
    group by listener_id, school_id order by listener_id, school_id`.execute(database);
  return rows.map(({ listener_id, school_id, number }) => ({
    code: "DEAD_LETTERS",
    place: `${listener_id} ${school_id}: ${number}`,
  }));
}

async function behind(database: Kysely<StoreSchema>, now: Instant): Promise<Sighting[]> {
  const { rows } = await sql<{ listener_id: string; school_id: string }>`
    select c.listener_id, c.school_id from listener_cursors c
    where exists (
      select 1 from events e
      where e.school_id = c.school_id and e.at < ${now - BEHIND_AFTER_MS}
        and (e.revision > c.revision or (e.revision = c.revision and e.ordinal > c.ordinal))
    )
    order by c.listener_id, c.school_id`.execute(database);
  return rows.map(({ listener_id, school_id }) => ({
    code: "LISTENER_BEHIND",
    place: `${listener_id} ${school_id}`,
  }));
}

async function stalled(database: Kysely<StoreSchema>, hostNow: number): Promise<Sighting[]> {
  const { rows } = await sql<{ job_id: string }>`
    select job_id from job_runs
    where finished_at < ${hostNow - STALLED_AFTER_MS} order by job_id`.execute(database);
  return rows.map(({ job_id: place }) => ({ code: "JOBS_STALLED", place }));
}
