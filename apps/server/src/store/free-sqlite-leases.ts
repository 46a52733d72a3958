import BetterSqlite3 from "better-sqlite3";

/** The tables in which processes say what they are at. */
const LEASED = ["listener_cursors", "job_runs"];

/**
 * Gives back all leases in a SQLite file that no process has open: whoever took them has died. To be called by a server
 * before it opens its store, so that it need not wait until they run out.
 *
 * While another process has the file open, be it idle or a command only, leases are left as they are: it may hold them.
 * Nobody else can open the file meanwhile. Never throws: of a file that is not there, or that can't be read, or has no
 * leases yet, the store will say what there is to say.
 */
export function freeSqliteLeases(file: string): void {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
    // With its first statement it takes the whole file, or is refused because another connection is open.
    database.pragma("locking_mode = exclusive");
    database.exec("begin exclusive");
    for (const table of LEASED) {
      database.exec(
        `update ${table} set lease_holder = null, lease_until = 0 where lease_holder is not null`,
      );
    }
    database.exec("commit");
  } catch {
    // Leases run out by themselves.
  } finally {
    database?.close();
  }
}
