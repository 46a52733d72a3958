import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import BetterSqlite3 from "better-sqlite3";

/** More pages than a database can have: all are copied in one step, which no writer can make start again. */
const ALL_PAGES = 0x7fffffff;
const LOCK_PATIENCE_MS = 10_000;

/**
 * Copies a SQLite database into a new file by SQLite's online backup: as of one moment, whatever processes write to it
 * meanwhile. They are not kept waiting. The copy is one file without companions, readable by its owner alone.
 *
 * Throws what the file system or SQLite throws: EEXIST for a file that is there, which is left alone. After a fault there
 * is no copy.
 */
export async function copySqlite(source: string, copy: string): Promise<void> {
  closeSync(openSync(copy, "wx", 0o600));
  try {
    const database = new BetterSqlite3(source, {
      readonly: true,
      fileMustExist: true,
      timeout: LOCK_PATIENCE_MS,
    });
    try {
      await database.backup(copy, { progress: () => ALL_PAGES });
    } finally {
      database.close();
    }
    const copied = new BetterSqlite3(copy);
    try {
      copied.pragma("journal_mode = delete");
    } finally {
      copied.close();
    }
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  }
}
