import type { Schedule } from "../schedule.ts";
import { systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import type { PluginJob } from "./plugin-runtime.ts";
import { withinTime } from "./within-time.ts";

export interface JobRunner {
  /** Starts no more, and waits for those that are running, ten seconds at most. */
  close(): Promise<void>;
}

export interface JobOptions {
  readonly schedule?: Schedule;
  readonly closeLimitMs?: number;
}

const CLOSE_LIMIT_MS = 10_000;

/**
 * Runs each job one interval after the start and then one interval after each run has ended, so that a
 * job never overlaps itself. A fault is logged and harms nothing else. One that hangs is not run again
 * until the server is restarted, and a warning says so once it has taken longer than its interval.
 */
export function runJobs(
  jobs: readonly PluginJob[],
  { clock, logger }: Pick<Services, "clock" | "logger">,
  options: JobOptions = {},
): JobRunner {
  const { schedule = systemSchedule, closeLimitMs = CLOSE_LIMIT_MS } = options;
  const running = new Set<Promise<void>>();
  const waiting = new Map<PluginJob, () => void>();
  let isStopped = false;

  function wait(job: PluginJob): void {
    waiting.set(
      job,
      schedule(job.everyMinutes * 60_000, () => {
        const run = runOnce(job);
        running.add(run);
        void run.then(() => {
          running.delete(run);
          if (!isStopped) wait(job);
        });
      }),
    );
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

  for (const job of jobs) wait(job);
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
