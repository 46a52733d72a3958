import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { gathered, type Finding, type Sighting } from "./finding.ts";

const LEAST_FREE_BYTES = 2 ** 30;
const OTHERS_MODE = 0o077;

/** Room on the disk of a SQLite file, and who may read it. Nothing for a store in memory. */
export async function checkMachine(sqliteFile: string): Promise<Finding[]> {
  if (sqliteFile === ":memory:") return [];
  const sightings: Sighting[] = [];
  const { bavail, bsize } = await statfs(dirname(sqliteFile));
  const { size, mode } = await stat(sqliteFile);
  const freeBytes = bavail * bsize;
  if (freeBytes < Math.max(LEAST_FREE_BYTES, size)) {
    sightings.push({ code: "DISK_LOW", place: `${Math.floor(freeBytes / 2 ** 20)} MiB` });
  }
  // Windows has no such modes, and Node makes one up there.
  if (process.platform !== "win32" && (mode & OTHERS_MODE) !== 0) {
    sightings.push({ code: "FILE_OPEN_TO_OTHERS", place: `mode ${(mode & 0o777).toString(8)}` });
  }
  return gathered(sightings);
}
