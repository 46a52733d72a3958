/** Bodies by key, the least recently read thrown away first. For display only: no decision ever reads it. */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** A cache of at most so many characters in all. A text larger than an eighth of that is not kept. */
export function createTextCache(limitCharacters: number): TextCache {
  // A Map keeps the order of insertion: what is read is put in anew, so the first entry is the least recently read.
  const texts = new Map<string, string>();
  let held = 0;
  return {
    get(key) {
      const text = texts.get(key);
      if (text === undefined) return undefined;
      texts.delete(key);
      texts.set(key, text);
      return text;
    },
    set(key, text) {
      if (text.length > limitCharacters / 8) return;
      held += text.length - (texts.get(key)?.length ?? 0);
      texts.delete(key);
      texts.set(key, text);
      for (const [oldest, oldestText] of texts) {
        if (held <= limitCharacters) break;
        texts.delete(oldest);
        held -= oldestText.length;
      }
    },
  };
}
