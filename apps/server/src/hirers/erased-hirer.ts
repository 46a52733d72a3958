import type { HirerContact } from "@neuadd/core";

/** What stands in the place of a name or a title that was erased. In both languages: it has no reader of its own. */
export const ERASED_TEXT = "Dilëwyd · Erased";

/** An address that can't be anybody's: `.invalid` never is a domain (RFC 2606). */
const ERASED_EMAIL = "erased@neuadd.invalid";

export const ERASED_CONTACT: HirerContact = { name: ERASED_TEXT, email: ERASED_EMAIL };

/** Whether the stored details of a hirer are those of one that was erased. */
export function isErasedDetails(details: string): boolean {
  return details === ERASED_DETAILS;
}

/** The details of an erased hirer, as they are stored. */
export const ERASED_DETAILS = JSON.stringify({ contact: ERASED_CONTACT, members: [] });
