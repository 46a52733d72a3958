import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Schedule, systemSchedule } from "../schedule.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { LEASE_MS, RENEW_EVERY_MS } from "./lease-times.ts";
import type { PluginJob } from "./plugin-runtime.ts";

/** Decides which of several processes runs a job, and when. */
export interface JobTurns {
  /** How long to wait, in milliseconds, before asking for the turn. */
  dueInMs(job: PluginJob): Promise<number>;
  /** Takes the turn; undefined when the job is not due, or another process is at it. */
  take(job: PluginJob): Promise<JobTurn | undefined>;
}

/** The right to run a job, kept until it ends or its process dies. */
export interface JobTurn {
  end(): Promise<void>;
}

export interface JobTurnOptions {
  readonly schedule?: Schedule;
  /** The host's clock in milliseconds: the processes must agree on it. */
  readonly hostNow?: () => number;
}

/** Clocks of machines differ, and timers fire when they can. */
const CLOCK_SLACK_MS = 30_000;

/**
 * Turns that are kept in the store: a job runs in one process at a time, and once an interval however many processes
 * there are, and however often they are restarted. The turn of a process that died is free after twenty seconds.
 */
export function storedJobTurns({ database }: Store, options: JobTurnOptions = {}): JobTurns {
  const { schedule = systemSchedule, hostNow = Date.now } = options;
  const holder = randomUUID();
  return {
    async dueInMs(job) {
      const intervalMs = job.everyMinutes * 60_000;
      const sinceMs = hostNow() - (await waitingSince(database, jobId(job), hostNow()));
      const isClockBack = sinceMs < -CLOCK_SLACK_MS;
      return isClockBack ? 0 : Math.min(intervalMs, Math.max(0, intervalMs - sinceMs));
    },
    async take(job) {
      const id = jobId(job);
      if (!(await takeRun(database, id, { holder, now: hostNow(), job }))) return undefined;
      let cancel = () => {};
      const renewLater = (): void => {
        cancel = schedule(RENEW_EVERY_MS, () => {
          renewLater();
          // Should it fail, the next one may not; and after the last, another process is free to go on.
          setLease(database, id, holder, { lease_until: hostNow() + LEASE_MS }).catch(
            () => undefined,
          );
        });
      };
      renewLater();
      return {
        async end() {
          cancel();
          const free = { lease_holder: null, lease_until: 0 };
          await setLease(database, id, holder, { ...free, finished_at: hostNow() });
        },
      };
    },
  };
}

function jobId({ plugin, id }: PluginJob): string {
  return `${plugin}/${id}`;
}

/**
 * When the last run of a job ended, or else when a process first asked for it: kept as well, so that a job's first interval
 * does not begin anew with every start.
 */
async function waitingSince(
  database: Kysely<StoreSchema>,
  id: string,
  now: number,
): Promise<number> {
  const known = await database
    .selectFrom("job_runs")
    .select("finished_at")
    .where("job_id", "=", id)
    .executeTakeFirst();
  if (known !== undefined) return known.finished_at;
  await database
    .insertInto("job_runs")
    .values({ job_id: id, finished_at: now, lease_holder: null, lease_until: 0 })
    .onConflict((conflict) => conflict.column("job_id").doNothing())
    .execute();
  return now;
}

async function takeRun(
  database: Kysely<StoreSchema>,
  id: string,
  turn: { readonly holder: string; readonly now: number; readonly job: PluginJob },
): Promise<boolean> {
  const { holder, now, job } = turn;
  const lease = { lease_holder: holder, lease_until: now + LEASE_MS };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto("job_runs")
    .values({ job_id: id, finished_at: 0, ...lease })
    .onConflict((conflict) =>
      conflict
        .column("job_id")
        .doUpdateSet(lease)
        .where((where) =>
          where.or([
            where("job_runs.lease_holder", "is", null),
            where("job_runs.lease_until", "<=", now),
            // Nobody takes it for so long: the clock of whoever did was wrong.
            where("job_runs.lease_until", ">", now + 2 * LEASE_MS),
          ]),
        )
        .where((where) =>
          where.or([
            where("job_runs.finished_at", "<=", now - job.everyMinutes * 60_000 + CLOCK_SLACK_MS),
            where("job_runs.finished_at", ">", now + CLOCK_SLACK_MS),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function setLease(
  database: Kysely<StoreSchema>,
  id: string,
  holder: string,
  change: {
    readonly lease_until: number;
    readonly lease_holder?: null;
    readonly finished_at?: number;
  },
): Promise<void> {
  await database
    .updateTable("job_runs")
    .set(change)
    .where("job_id", "=", id)
    .where("lease_holder", "=", holder)
    .execute();
}
