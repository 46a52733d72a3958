/** Bodies by key, the least recently read thrown away first. For display only: no decision ever reads it. */
export interface ByteCache<Kept extends KeptBytes> {
  get(key: string): Kept | undefined;
  set(key: string, kept: Kept): void;
}

/** A body, and whatever is kept with it. */
export interface KeptBytes {
  readonly bytes: Uint8Array;
}

/** A cache of at most so many bytes in all. A body larger than an eighth of that is not kept. */
export function createByteCache<Kept extends KeptBytes>(limitBytes: number): ByteCache<Kept> {
  // A Map keeps the order of insertion: what is read is put in anew, so the first entry is the least recently read.
  const bodies = new Map<string, Kept>();
  let held = 0;
  return {
    get(key) {
      const kept = bodies.get(key);
      if (kept === undefined) return undefined;
      bodies.delete(key);
      bodies.set(key, kept);
      return kept;
    },
    set(key, kept) {
      const { length } = kept.bytes;
      if (length > limitBytes / 8) return;
      held += length - (bodies.get(key)?.bytes.length ?? 0);
      bodies.delete(key);
      bodies.set(key, kept);
      for (const [oldest, { bytes }] of bodies) {
        if (held <= limitBytes) break;
        bodies.delete(oldest);
        held -= bytes.length;
      }
    },
  };
}
