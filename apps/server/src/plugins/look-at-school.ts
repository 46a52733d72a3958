import type { LedgerEvent, Listeners } from "@neuadd/plugin-kit";
import type { Store } from "../store/store.ts";
import { runKept } from "../store/kept-statement.ts";
import { isSamePlace, type ListenerCursor } from "./listener-cursor.ts";
import { readPendingEvents } from "./pending-events.ts";
import { skipEvents } from "./skip-events.ts";

/** What one listener had yet to be told of at a school, at the moment of a look. */
export interface Outlook {
  readonly cursor: ListenerCursor;
  /** The first page of it: if it is to hear any, a copy, since a listener may do with it what it likes. */
  readonly pending: readonly LedgerEvent[];
  /** The cursor was moved behind it, because the listener has an ear for none of it. */
  readonly isSkipped: boolean;
}

/**
 * Looks at a school's ledger for all listeners at once. After a commit they stand at one place, as a rule, and most have no
 * ear for what came: one read and one write tell and pass for all. Those that are behind the others, have failed or are new
 * there are not in the answer, and look for themselves.
 */
export async function lookAtSchool(
  store: Store,
  listeners: ReadonlyMap<string, Listeners>,
  school: string,
): Promise<ReadonlyMap<string, Outlook>> {
  const cursors = await readCursors(store, school);
  const ready = [...listeners.keys()].flatMap((listener) => {
    const cursor = cursors.get(listener);
    return cursor?.attempts === 0 ? [{ listener, cursor }] : [];
  });
  const [foremost] = ready.map(({ cursor }) => cursor).sort(laterFirst);
  if (foremost === undefined) return new Map();
  const there = ready.filter(({ cursor }) => isSamePlace(cursor, foremost));
  const pending = await readPendingEvents(store, school, foremost);
  const last = pending.at(-1);
  const deaf = there
    .map(({ listener }) => listener)
    .filter((listener) => !hasEarFor(listeners.get(listener), pending));
  const skipped =
    last === undefined || deaf.length === 0
      ? new Set<string>()
      : await skipEvents(store, deaf, foremost, last);
  return new Map(
    there.map(({ listener, cursor }) => {
      const isSkipped = skipped.has(listener);
      return [
        listener,
        { cursor, pending: isSkipped ? pending : structuredClone(pending), isSkipped },
      ];
    }),
  );
}

/** Whether a listener is to be called for any of them. */
export function hasEarFor(
  listeners: Listeners | undefined,
  events: readonly LedgerEvent[],
): boolean {
  return events.some(({ type }) => listeners?.[type] !== undefined);
}

/** The cursors of all listeners that have met a school. */
async function readCursors(
  { database }: Store,
  school: string,
): Promise<ReadonlyMap<string, ListenerCursor>> {
  const { rows } = await runKept<ListenerCursor & { readonly listener: string }>(
    database,
    "readCursors",
    [school],
    () =>
      database
        .selectFrom("listener_cursors")
        .select(["listener_id as listener", "revision", "ordinal", "attempts"])
        .select("next_attempt_at as nextAttemptAt")
        .where("school_id", "=", school),
  );
  return new Map(rows.map(({ listener, ...cursor }) => [listener, cursor]));
}

function laterFirst(one: ListenerCursor, other: ListenerCursor): number {
  return other.revision - one.revision || other.ordinal - one.ordinal;
}
