import type { LedgerEvent, LedgerEventType } from "./ledger-event.ts";

/**
 * What to do when something has happened in the ledger of a school, by the kind of entry.
 *
 * Called after commit, never within it: a listener can't stop or slow a booking. Entries of one
 * school come in order and one at a time, each at least once (so make the work safe to repeat:
 * school, revision and ordinal name an entry for ever); schools go their own ways side by side.
 *
 * One that throws, or takes more than 30 seconds, is called again with growing pauses, over about an
 * hour and a half; then the entry goes to the table of dead letters and the next has its turn. The
 * message of the error is kept there: leave personal data out of it.
 *
 * A plugin that is new to a database starts with what happens from then on; what was before it reads
 * from `host.reads.events`. After that it misses nothing, also of the time the server stood still.
 */
export type Listeners = {
  readonly [Type in LedgerEventType]?: (event: LedgerEvent) => Promise<void> | void;
};
