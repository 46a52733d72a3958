import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { readSnapshot } from "../store/read-snapshot.ts";
import type { Store } from "../store/store.ts";
import { archiveLineText } from "./archive-line-text.ts";
import { readArchiveLines } from "./read-archive-lines.ts";

/** Text is written in pieces of about this many characters. */
const PIECE_CHARACTERS = 65_536;

/**
 * Writes one whole school into a new file, as of one moment: one JSON document a line (see `archive-line-schema.ts`), the
 * last of which says how many lines there are and their digest. The file is readable by its owner alone, since hirers
 * are named in it. Answers how many lines it has.
 *
 * Throws SCHOOL_UNKNOWN, and what the file system throws: EEXIST for a file that is there, which is left alone.
 */
export async function writeArchive(store: Store, school: string, path: string): Promise<number> {
  return readSnapshot(store, async (snapshot) => {
    const lines = readArchiveLines(snapshot, store.engine, school)[Symbol.asyncIterator]();
    // An unknown school is found out with the first line, before there is a file.
    let next = await lines.next();
    const file = await open(path, "wx", 0o600);
    const hash = createHash("sha256");
    let count = 0;
    try {
      let piece = "";
      for (; next.done !== true; next = await lines.next()) {
        piece += archiveLineText(next.value);
        count += 1;
        if (piece.length < PIECE_CHARACTERS) continue;
        hash.update(piece);
        await file.write(piece);
        piece = "";
      }
      hash.update(piece);
      await file.write(piece);
      await file.write(archiveLineText({ kind: "end", lines: count, sha256: hash.digest("hex") }));
      await file.sync();
    } finally {
      await file.close();
    }
    return count + 1;
  });
}
