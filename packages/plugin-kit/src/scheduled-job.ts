import type { Instant } from "@neuadd/core";

/** Work that recurs. One that throws is logged, and has its turn again at its next time. */
export interface ScheduledJob {
  /** Lower-case letters, digits and hyphens; unique within the plugin. */
  readonly id: string;
  /**
   * Real minutes, at least 1, from the start of the server to the first run and from the end of each
   * run to the next: a job never overlaps itself.
   */
  readonly everyMinutes: number;
  /** `now` is the server's clock. */
  run(now: Instant): Promise<void> | void;
}
