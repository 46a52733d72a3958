import { sql, type RawBuilder } from "kysely";
import type { Store } from "../store.ts";

/** Where the text of a table differs between engines. */
export interface EngineSyntax {
  /** Text that is compared and sorted by its bytes in either engine, whatever the database's own order is. */
  readonly text: "text" | RawBuilder<string>;
  /** A whole number of 64 bits. */
  readonly integer: "integer" | "bigint";
  /** Ends a table: SQLite then refuses values of another type than the column's. */
  readonly table: RawBuilder<unknown>;
  /** Ends a table of short rows that are found by their key: SQLite then keeps them in the key's own tree. */
  readonly keyedTable: RawBuilder<unknown>;
}

export function engineSyntax(engine: Store["engine"]): EngineSyntax {
  return engine === "sqlite"
    ? {
        text: "text",
        integer: "integer",
        table: sql`strict`,
        keyedTable: sql`strict, without rowid`,
      }
    : { text: sql`text collate "C"`, integer: "bigint", table: sql``, keyedTable: sql`` };
}
