import { existsSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";

/**
 * Puts a database file in the place of another, which is kept beside it as `<file>.before-restore` (instead of one that
 * an earlier call kept). Answers that name, undefined if there was no file, or `"inUse"` if a process has the file open;
 * then nothing has changed.
 *
 * At every moment there is a whole database of that name, the old or the new one, also after a loss of power. Nobody else
 * can use the old one meanwhile; a process that had opened its file, and not yet looked into it, fails when it does.
 */
export async function replaceSqlite(
  file: string,
  replacement: string,
): Promise<{ readonly kept: string | undefined } | "inUse"> {
  await toDisk(replacement);
  if (!existsSync(file)) return place(file, replacement);
  const lock = lockAlone(file);
  if (lock === "inUse") return "inUse";
  const kept = `${file}.before-restore`;
  try {
    await rm(kept, { force: true });
    await link(file, kept);
    for (const companion of COMPANIONS)
      await moveCompanion(`${file}${companion}`, `${kept}${companion}`);
    await rename(replacement, file);
    await toDisk(dirname(file));
  } finally {
    lock?.close();
  }
  return { kept };
}

/** What SQLite would take for the new database's own, and write into it. */
const COMPANIONS = ["-wal", "-shm", "-journal"];

/** Where there is no database yet: one that another process makes meanwhile is not overwritten. */
async function place(file: string, replacement: string): Promise<{ kept: undefined } | "inUse"> {
  for (const companion of COMPANIONS) await rm(`${file}${companion}`, { force: true });
  try {
    await link(replacement, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return "inUse";
    throw error;
  }
  await rm(replacement);
  await toDisk(dirname(file));
  return { kept: undefined };
}

/**
 * Brings the database into one file without companions, and keeps everybody else from it until it is closed. SQLite
 * refuses while another connection is open, be it idle. Undefined for a file that is no database, or a damaged one: it
 * has no other user that could read it.
 */
function lockAlone(file: string): BetterSqlite3.Database | "inUse" | undefined {
  const database = new BetterSqlite3(file, { timeout: 0 });
  try {
    if (database.pragma("journal_mode = delete", { simple: true }) === "delete") {
      database.exec("begin exclusive");
      return database;
    }
    database.close();
    return "inUse";
  } catch (error) {
    database.close();
    return codeOf(error).startsWith("SQLITE_BUSY") ? "inUse" : undefined;
  }
}

/** Of a damaged database alone: of any other, nothing is left in them. */
async function moveCompanion(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  if (existsSync(from)) await rename(from, to);
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
