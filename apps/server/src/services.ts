import type { Instant } from "@neuadd/core";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { DecisionRules } from "./ledger/decision-rules.ts";
import type { Store } from "./store/store.ts";

/** What every command and read of the server works with. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  /** A new id with the prefix given, such as `bok_…`: 128 random bits, sortable by time. */
  newId(prefix: "bok" | "blk" | "hir" | "mem" | "key"): string;
  readonly rules: DecisionRules;
  readonly logger: Logger;
  /** From this moment on, no write to a ledger may begin: another process may have taken its request over. */
  readonly beginWritesBefore?: Instant;
  /** Called after each commit to a school's ledger, so that listeners need not wait for their next look. */
  announce(school: string): void;
}
