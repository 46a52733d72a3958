import type { Bilingual } from "@neuadd/core";

/** Why an archive can't be taken in, or a backup not restored. */
export const ARCHIVE_ERRORS = {
  ARCHIVE_INVALID: "The file is no whole archive of a school, of a version known here.",
  ARCHIVE_UNSOUND: "What the archive holds contradicts itself: its ledger has faults.",
  PLUGINS_DIFFER:
    "A plugin that keeps things of the school is missing, or its tables are of another version.",
  PLUGIN_ABSENT: "A plugin that is to be left out has nothing in the archive.",
  ARCHIVE_BEHIND:
    "The school is not what the archive says any more: something has happened at it since.",
  SCHOOL_PRESENT: "The school is there already. An archive adds a school, and never mixes two.",
} as const;
export type ArchiveErrorCode = keyof typeof ARCHIVE_ERRORS;

/** An archive was refused, and nothing was changed. `sentence` says why and what to do; `message` is its English. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: ArchiveErrorCode;
  readonly sentence: Bilingual;
  /** What is wrong in detail, a line each. */
  readonly details: readonly Bilingual[];

  constructor(
    code: ArchiveErrorCode,
    sentence: Bilingual,
    options?: ErrorOptions & { readonly details?: readonly Bilingual[] },
  ) {
    super(sentence.en, options);
    this.code = code;
    this.sentence = sentence;
    this.details = options?.details ?? [];
  }
}
