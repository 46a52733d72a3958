import type { Kysely } from "kysely";

/** A store for one test host, empty at the start and gone at the end. */
export interface TestStore {
  readonly database: Kysely<object>;
  /** Names of all tables and indexes that a statement made, sorted. */
  names(): Promise<readonly string[]>;
  /** Tables with a column `school`. */
  tablesOfSchools(): Promise<readonly string[]>;
  /** Tables with a column `school` whose primary key or a unique index does not lead with it, sorted. */
  tablesNotLedBySchool(): Promise<readonly string[]>;
  /** All rows of a plugin's tables as text: equal texts, equal tables. */
  dump(plugin: string): Promise<string>;
  close(): Promise<void>;
}

/** Rows as lines of text, in an order of their own. */
export function rowsAsText(table: string, rows: readonly object[]): string {
  return [table, ...rows.map((row) => JSON.stringify(row, asText)).toSorted()].join("\n");
}

function asText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}
