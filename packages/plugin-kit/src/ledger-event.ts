import type { Instant } from "@neuadd/core";

/** Everything that can happen in the ledger of a school. */
export const LEDGER_EVENT_TYPES = [
  "school.imported",
  "booking.requested",
  "booking.approved",
  "booking.declined",
  "booking.withdrawn",
  "booking.expired",
  "booking.cancelled",
  "booking.amended",
  "occurrence.cancelled",
  "occurrence.displaced",
  "occurrence.denied",
  "block.created",
  "block.removed",
  "personal.erased",
] as const;
export type LedgerEventType = (typeof LEDGER_EVENT_TYPES)[number];

/**
 * One entry of a school's ledger. `revision` has no gaps within a school; entries of one command share it
 * and are told apart by `ordinal`. `data` holds ids, dates and codes, never personal data.
 */
export interface LedgerEvent {
  readonly school: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly type: LedgerEventType;
  readonly at: Instant;
  /** Who did it: `key:<id>`, `system` or `plugin:<id>`. */
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}
