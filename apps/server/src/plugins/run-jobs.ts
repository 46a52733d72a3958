import type { Schedule } from "../schedule.ts";
import { systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import type { JobTurns } from "./job-turns.ts";
import type { PluginJob } from "./plugin-runtime.ts";
import { withinTime } from "./within-time.ts";

export interface JobRunner {
  /** Starts no more, and waits for those that are running, ten seconds at most. */
  close(): Promise<void>;
}

export interface JobOptions {
  readonly schedule?: Schedule;
  /** Who may run a job, where several processes could. Default: this one, as if there were no other. */
  readonly turns?: JobTurns;
  readonly closeLimitMs?: number;
}

const CLOSE_LIMIT_MS = 10_000;

/** The shortest wait for a job that became due while no server ran: starting comes first. */
const FIRST_WAIT_MS = 60_000;
/** Before asking again for a turn that another process had, or that the store could not give. */
const RETRY_MS = 20_000;

/**
 * Runs each job one interval after its last run has ended, in whichever process that was, or else after the first start,
 * so that a job never overlaps itself. A fault is logged and harms nothing else. One that hangs is not run again until the
 * server is restarted, and a warning says so once it has taken longer than its interval.
 */
export function runJobs(
  jobs: readonly PluginJob[],
  { clock, logger }: Pick<Services, "clock" | "logger">,
  options: JobOptions = {},
): JobRunner {
  const { schedule = systemSchedule, closeLimitMs = CLOSE_LIMIT_MS, turns = ALONE } = options;
  const running = new Set<Promise<boolean>>();
  const waiting = new Map<PluginJob, () => void>();
  let isStopped = false;

  async function waitForTurn(job: PluginJob, leastMs: number): Promise<void> {
    let dueInMs = RETRY_MS;
    try {
      dueInMs = await turns.dueInMs(job);
    } catch (error) {
      logger.error({ plugin: job.plugin, job: job.id, err: error }, "A job's turn is not known");
    }
    if (isStopped) return;
    waiting.set(
      job,
      schedule(Math.max(leastMs, dueInMs), () => {
        const run = takeTurn(job);
        running.add(run);
        void run.then((hasRun) => {
          running.delete(run);
          if (!isStopped) void waitForTurn(job, hasRun ? 0 : RETRY_MS);
        });
      }),
    );
  }

  /** False: another process has the turn, or the store could not say. */
  async function takeTurn(job: PluginJob): Promise<boolean> {
    try {
      const turn = await turns.take(job);
      if (turn === undefined) return false;
      await runOnce(job);
      await turn.end();
      return true;
    } catch (error) {
      logger.error({ plugin: job.plugin, job: job.id, err: error }, "A job's turn is not known");
      return false;
    }
  }

  async function runOnce(job: PluginJob): Promise<void> {
    const facts = { plugin: job.plugin, job: job.id };
    const cancelWarning = schedule(job.everyMinutes * 60_000, () =>
      logger.warn(facts, "A job takes longer than its interval"),
    );
    try {
      await job.run(clock.now());
    } catch (error) {
      logger.error({ ...facts, err: error }, "A job failed");
    } finally {
      cancelWarning();
    }
  }

  for (const job of jobs) void waitForTurn(job, FIRST_WAIT_MS);
  return {
    async close() {
      isStopped = true;
      for (const cancel of waiting.values()) cancel();
      try {
        await withinTime(schedule, closeLimitMs, () => Promise.all(running));
      } catch (error) {
        logger.warn({ err: error }, "Jobs were still running when the server stopped");
      }
    },
  };
}

const ALONE: JobTurns = {
  dueInMs: async ({ everyMinutes }) => everyMinutes * 60_000,
  take: async () => ({ end: async () => undefined }),
};
