import type { Fault } from "./errors.ts";
import type { Bilingual } from "./language/bilingual.ts";

/**
 * One sentence for an input with several faults: what can't be used (without a full stop), how many faults it has, and
 * the first of them with its place. An empty path is the top of the input.
 */
export function summariseFaults(what: Bilingual, faults: readonly Fault[]): Bilingual {
  const first = faults[0];
  const count = `${faults.length} ${faults.length === 1 ? "fault" : "faults"}`;
  return {
    cy: `${what.cy}. Nifer y gwallau: ${faults.length}. Y cyntaf, yn ${first?.path || "y brig"}: ${first?.message.cy}`,
    en: `${what.en}: ${count}, first at ${first?.path || "the top"}: ${first?.message.en}`,
  };
}
