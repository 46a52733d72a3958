import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { dataPlaceFault } from "./data-place-fault.ts";

/**
 * Makes a directory for data, and those above it, unless they are there: each for its owner alone.
 *
 * @throws ConfigError DATA_DIRECTORY_UNUSABLE where that can't be done, or where a file stands in its place
 */
export function makeDataDirectory(directory: string): void {
  const path = resolve(directory);
  try {
    makeFromAbove(path);
  } catch (error) {
    throw dataPlaceFault(path, error);
  }
}

/** Each by itself: told to make all of them, Node tries for ever where nothing can be made, as below `/proc`. */
function makeFromAbove(path: string): void {
  // A slash at the end lets a file of that name count as none.
  if (existsSync(`${path}/`)) return;
  const above = dirname(path);
  if (above !== path) makeFromAbove(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(`${path}/`)) throw error;
  }
}
