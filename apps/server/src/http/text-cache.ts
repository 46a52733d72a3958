/** Bodies by key, the least recently read thrown away first. For display only: no decision ever reads it. */
export interface TextCache<Kept extends KeptText> {
  get(key: string): Kept | undefined;
  set(key: string, kept: Kept): void;
}

/** A body, and whatever is kept with it. */
export interface KeptText {
  readonly text: string;
}

/** A cache of at most so many characters in all. A text larger than an eighth of that is not kept. */
export function createTextCache<Kept extends KeptText>(limitCharacters: number): TextCache<Kept> {
  // A Map keeps the order of insertion: what is read is put in anew, so the first entry is the least recently read.
  const texts = new Map<string, Kept>();
  let held = 0;
  return {
    get(key) {
      const kept = texts.get(key);
      if (kept === undefined) return undefined;
      texts.delete(key);
      texts.set(key, kept);
      return kept;
    },
    set(key, kept) {
      const { text } = kept;
      if (text.length > limitCharacters / 8) return;
      held += text.length - (texts.get(key)?.text.length ?? 0);
      texts.delete(key);
      texts.set(key, kept);
      for (const [oldest, { text: oldestText }] of texts) {
        if (held <= limitCharacters) break;
        texts.delete(oldest);
        held -= oldestText.length;
      }
    },
  };
}
