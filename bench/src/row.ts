import { measure } from "mitata";

/** One line of a results table: what was measured, against what, and whether it reaches the figure set. */
export interface Row {
  readonly what: string;
  readonly toReach: string;
  readonly ours: string;
  readonly rival: string;
  readonly ratio: string;
  readonly reached: boolean;
}

/** Median time of one call, in nanoseconds, warmed up. */
export async function medianNanoseconds(work: () => unknown): Promise<number> {
  const stats = await measure(work, { min_cpu_time: 1_000_000_000, min_samples: 15 });
  return stats.p50;
}

/** A time said with a fitting unit. */
export function sayNanoseconds(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toFixed(1)} µs`;
  return `${(nanoseconds / 1e6).toFixed(2)} ms`;
}
