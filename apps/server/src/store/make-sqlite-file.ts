import { accessSync, closeSync, constants, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { dataPlaceFault } from "./data-place-fault.ts";
import { makeDataDirectory } from "./make-data-directory.ts";

/**
 * Makes the file of a SQLite database, and its directories, unless they are there. SQLite would make it readable by all;
 * its companion files take the mode of this one.
 *
 * @throws ConfigError DATA_DIRECTORY_UNUSABLE where that can't be done, or where there is one that can't be written
 */
export function makeSqliteFile(file: string): void {
  const directory = dirname(resolve(file));
  makeDataDirectory(directory);
  try {
    closeSync(openSync(file, "ax", 0o600));
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!isThere) throw dataPlaceFault(directory, error);
    // It is not so much as opened: to close it would give up every lock that this process has on it, and another process
    // would think that it is not in use.
    checkWritable(resolve(file));
    checkWritable(directory);
  }
}

/** SQLite writes into the file, and makes others beside it. */
function checkWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw dataPlaceFault(path, error);
  }
}
