import type { Bilingual } from "../language/bilingual.ts";
import type { CoreCode, DenialCode } from "./denial-codes.ts";
import type { DenialDetails } from "./denial-details.ts";
import { DENIAL_MESSAGES } from "./denial-messages.ts";
import { SERIES_MESSAGES } from "./series-messages.ts";

/** An expected "no", as a value: a stable code, a sentence in both languages, and the facts behind it. */
export interface Denial<Code extends string = DenialCode> {
  readonly code: Code;
  readonly message: Bilingual;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * A denial of core's, with its sentence in both languages. A plugin writes its own as plain objects
 * `{ code: "<plugin-id>/CODE", message, details }`.
 *
 * @example
 * ```ts
 * import { denial } from "@neuadd/core";
 *
 * denial("TOO_SOON", { noticeHours: 48 }).message.en; //=> "This space must be booked at least 48 hours ahead."
 * ```
 */
export function denial<const Code extends CoreCode>(
  code: Code,
  details: DenialDetails[Code],
): Denial<Code> {
  return { code, message: MESSAGES[code](details), details };
}

const MESSAGES: {
  readonly [Code in CoreCode]: (details: DenialDetails[Code]) => Bilingual;
} = { ...DENIAL_MESSAGES, ...SERIES_MESSAGES };
