import { english } from "./english.ts";
import type { Language } from "./language.ts";
import type { Messages } from "./messages.ts";
import { welsh } from "./welsh.ts";

/** A message that one language lacks does not compile. */
export const MESSAGES_BY_LANGUAGE: Readonly<Record<Language, Messages>> = {
  cy: welsh,
  en: english,
};
