import type { HirerContact } from "@neuadd/core";

/** What stands in the place of a name or a text that was erased. In both languages: it has no reader of its own. */
export const ERASED_TEXT = "Dilëwyd · Erased";

/** The contact of a hirer that was erased. Its address can't be anybody's: `.invalid` never is a domain (RFC 2606). */
export const ERASED_CONTACT: HirerContact = { name: ERASED_TEXT, email: "erased@neuadd.invalid" };
