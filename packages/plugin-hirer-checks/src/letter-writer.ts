import type { Bilingual } from "@neuadd/core";

/** A letter to a hirer, in both languages: the writer sends the one that the hirer reads. */
export interface ReminderLetter {
  /** Names it for ever: a letter of the same key is not sent again. */
  readonly key: string;
  readonly school: string;
  readonly hirer: string;
  readonly subject: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

/** What the api of a plugin must offer to write the reminders, as `@neuadd/plugin-email` does. */
export interface LetterWriter {
  /** Takes the letter, so that it is not lost any more, or rejects. */
  write(letter: ReminderLetter): Promise<unknown>;
}
