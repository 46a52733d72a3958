import { type RawBuilder, sql } from "kysely";

/**
 * A text to compare a column with, in a statement that is written by hand and runs with every booking. Where SQLite has a choice of plans it looks
 * at the values that are bound, and then prepares the statement anew each time that it runs; into this it does not look.
 */
export function plannedOnce(text: string): RawBuilder<string> {
  return sql<string>`cast(${text} as text)`;
}
