import type { Store } from "../store/store.ts";
import { LAST_ORDINAL } from "./listener-cursor.ts";

/**
 * The revision of a school's ledger up to which a listener has taken every entry; 0 when it has yet to begin there. An
 * entry that it could not take counts as one that it has yet to.
 */
export async function toldUpTo(
  { database }: Pick<Store, "database">,
  listener: string,
  school: string,
): Promise<number> {
  const cursor = await database
    .selectFrom("listener_cursors")
    .select(["revision", "ordinal"])
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .executeTakeFirst();
  if (cursor === undefined) return 0;
  const letter = await database
    .selectFrom("dead_letters")
    .select("revision")
    .where("school_id", "=", school)
    .where("listener_id", "=", listener)
    .orderBy("revision")
    .limit(1)
    .executeTakeFirst();
  // The revision of the last entry that was taken may have more of them.
  const { revision, ordinal } = cursor;
  const whole = ordinal === LAST_ORDINAL ? revision : revision - 1;
  return Math.max(0, letter === undefined ? whole : Math.min(whole, letter.revision - 1));
}
