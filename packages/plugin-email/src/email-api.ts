import type { Bilingual } from "@neuadd/core";
import { LETTER_WORDS } from "./letter/letter-words.ts";
import { letterHtml } from "./letter/letter-html.ts";
import { letterText } from "./letter/letter-text.ts";
import type { Letter } from "./letter/letter.ts";
import { hasLetter } from "./outbox/letter-store.ts";
import type { WriterParts } from "./write-on-event.ts";

/** A letter of another plugin to a hirer, in both languages: the hirer gets the one that it reads. */
export interface PluginLetter {
  /** Names it for ever: a letter of the same key is not sent again. */
  readonly key: string;
  readonly school: string;
  readonly hirer: string;
  readonly subject: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

/** What other plugins may have sent: `host.plugin<EmailApi>("email")` of one that requires this one. */
export interface EmailApi {
  /** Resolves once the letter is kept: it goes out then, or later. False: a school or hirer that is not there. */
  write(letter: PluginLetter): Promise<boolean>;
}

export function emailApi({ host, tables, postman }: Omit<WriterParts, "from">): EmailApi {
  return {
    async write({ key, school, hirer: id, subject, paragraphs }) {
      if (await hasLetter(tables, school, key)) return true;
      const facts = await host.reads.school(school);
      const hirer = await host.reads.hirer(id);
      if (facts === undefined || hirer === undefined) return false;
      const { language } = hirer;
      const words = LETTER_WORDS[language];
      const letter: Letter = {
        language,
        subject: subject[language].replaceAll(/\s+/g, " ").trim(),
        greeting: words.greeting(hirer.name),
        blocks: paragraphs.map((paragraph) => ({ paragraph: paragraph[language] })),
        closing: words.closing,
        sender: facts.school.name[language],
        footer: words.language,
      };
      await postman.post({
        school,
        letter: key,
        hirer: id,
        kind: "notice",
        language,
        subject: letter.subject,
        text: letterText(letter),
        html: letterHtml(letter),
      });
      return true;
    },
  };
}
