import type { Bilingual, Language } from "@neuadd/core";

/** Where a command reads from and speaks to. */
export interface Terminal {
  readonly language: Language;
  /** The working directory: where relative paths begin. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A line for standard output: what a script may read. The same in both languages where it begins with a fixed word. */
  print(line: string): void;
  /** A line for standard error: what a person should know. */
  tell(text: Bilingual): void;
}

/** The terminal of this process. */
export function processTerminal(language: Language): Terminal {
  return {
    language,
    directory: process.cwd(),
    environment: process.env,
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (text) => void process.stderr.write(`${text[language]}\n`),
  };
}
