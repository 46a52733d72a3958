import type { Language } from "@neuadd/core";

/** A letter before it is dressed as text or as HTML. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly LetterBlock[];
  /** Who it is from, after the closing. */
  readonly closing: string;
  readonly sender: string;
  readonly footer: string;
}

export type LetterBlock =
  | { readonly paragraph: string; readonly items?: never }
  /** A list with a heading above it. */
  | { readonly paragraph: string; readonly items: readonly string[] };
