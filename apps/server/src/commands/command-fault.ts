import type { Bilingual } from "@neuadd/core";
import type { ExitCode } from "./exit-code.ts";

/** Ends a command with a sentence for the person who gave it, and more lines where one does not say it. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";
  readonly exitCode: ExitCode;
  readonly sentence: Bilingual;
  /** What is wrong in detail, a line each. */
  readonly details: readonly Bilingual[];

  constructor(
    exitCode: ExitCode,
    sentence: Bilingual,
    options?: ErrorOptions & { readonly details?: readonly Bilingual[] },
  ) {
    super(sentence.en, options);
    this.exitCode = exitCode;
    this.sentence = sentence;
    this.details = options?.details ?? [];
  }
}
