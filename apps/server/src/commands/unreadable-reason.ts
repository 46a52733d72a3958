import type { Bilingual } from "@neuadd/core";

/** What a person is told of the faults that a file is most often not read for. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOENT: { cy: "nid oes ffeil o'r enw hwnnw", en: "there is no file of that name" },
  EACCES: { cy: "nid oes hawl i'w darllen", en: "it may not be read from here" },
  EISDIR: { cy: "ffolder ydyw, nid ffeil", en: "it is a folder, not a file" },
  ERR_ENCODING_INVALID_ENCODED_DATA: {
    cy: "nid testun UTF-8 sydd ynddi",
    en: "what is in it is not UTF-8 text",
  },
};

/** Why a file could not be read, to stand after a colon; what is not known here in the words of whoever threw it. */
export function unreadableReason(error: unknown): Bilingual {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  const known = typeof code === "string" ? REASONS[code] : undefined;
  const told = error instanceof Error ? error.message : String(error);
  return known ?? { cy: told, en: told };
}
