import type { BookingRule, Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { AskedSeries } from "./asked-series.ts";
import type { PluginReads, SchoolFacts } from "./plugin-reads.ts";

/**
 * Gives the rules of one decision, made with the facts of the moment. Asked once for each decision
 * (preview, booking, approval, amendment), and again when the store had to begin it anew; the rules it
 * gives are then asked for each date, and are as pure as any. Must not write; it has 2 seconds. When it
 * throws, is late, or gives what is no list of rules, every date is denied with `<id>/FAILED`.
 */
export type RuleSource = (
  context: RuleContext,
) => Promise<readonly BookingRule[]> | readonly BookingRule[];

/**
 * What a decision is about. It is made inside a transaction: read with `tables` and `reads` from here,
 * which see what that transaction sees. `host.tables` and `host.reads` would wait for it to end.
 */
export interface RuleContext {
  readonly school: string;
  /** Absent when a school previews without naming a hirer. */
  readonly hirer?: string;
  /** The booking that is approved or amended; absent for one that is being asked for. */
  readonly booking?: string;
  /** As it would be after a change. */
  readonly request: AskedSeries;
  readonly now: Instant;
  readonly facts: Pick<SchoolFacts, "school" | "tree" | "calendar">;
  /**
   * The plugin's own tables, to read until the list of rules is given. A statement that fails rejects, and does no
   * more: the next one goes on in the same transaction.
   */
  readonly tables: <Tables extends object>() => Kysely<Tables>;
  readonly reads: PluginReads;
}
