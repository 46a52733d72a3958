import type { LedgerEvent } from "@neuadd/plugin-kit";
import { runKept } from "../store/kept-statement.ts";
import type { Store } from "../store/store.ts";
import { withoutFlush } from "../store/without-flush.ts";
import type { ListenerCursor } from "./listener-cursor.ts";

/**
 * Moves cursors from where they were seen to behind an entry that is not to be delivered, nor any before it. Answers whose
 * cursors were moved: not those to whom another process delivers just now, or whose cursors it has moved.
 */
export async function skipEvents(
  store: Store,
  listeners: readonly string[],
  seen: ListenerCursor,
  { school, revision, ordinal }: LedgerEvent,
): Promise<ReadonlySet<string>> {
  const place = [school, ...listeners, seen.revision, seen.ordinal];
  const { rows } = await withoutFlush(store, (database) =>
    runKept<{ readonly listener: string }>(
      database,
      `skipEvents ${listeners.length}`,
      [revision, ordinal, 0, 0, ...place],
      () =>
        database
          .updateTable("listener_cursors")
          .set({ revision, ordinal, attempts: 0, next_attempt_at: 0 })
          .where("school_id", "=", school)
          .where("listener_id", "in", listeners)
          .where("revision", "=", seen.revision)
          .where("ordinal", "=", seen.ordinal)
          .where("lease_holder", "is", null)
          .returning("listener_id as listener"),
    ),
  );
  return new Set(rows.map(({ listener }) => listener));
}
