import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import BetterSqlite3 from "better-sqlite3";

/**
 * Puts a database file in the place of another, which is kept beside it as `<file>.before-restore` (instead of one that
 * an earlier call kept). Answers that name, undefined if there was no file, or `"inUse"` if a process has the file open;
 * then nothing has changed.
 */
export async function replaceSqlite(
  file: string,
  replacement: string,
): Promise<{ readonly kept: string | undefined } | "inUse"> {
  if (!existsSync(file)) {
    // Companions of a database that is gone would be taken for those of the new one.
    for (const companion of ["-wal", "-shm"]) await rm(`${file}${companion}`, { force: true });
    await rename(replacement, file);
    return { kept: undefined };
  }
  if (!leavesWal(file)) return "inUse";
  const kept = `${file}.before-restore`;
  await rename(file, kept);
  await rename(replacement, file);
  return { kept };
}

/**
 * Whether the database could be brought into one file without companions: SQLite refuses while another connection is
 * open, be it idle. A file that is no database, or a damaged one, has no other user that could read it.
 */
function leavesWal(file: string): boolean {
  try {
    const database = new BetterSqlite3(file, { timeout: 0 });
    try {
      return database.pragma("journal_mode = delete", { simple: true }) === "delete";
    } finally {
      database.close();
    }
  } catch (error) {
    const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
    return !(typeof code === "string" && code.startsWith("SQLITE_BUSY"));
  }
}
