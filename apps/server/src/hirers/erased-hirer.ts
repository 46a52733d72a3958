import { ERASED_CONTACT } from "@neuadd/plugin-kit";

/** The details of an erased hirer, as they are stored. */
export const ERASED_DETAILS = JSON.stringify({ contact: ERASED_CONTACT, members: [] });

/** Whether the stored details of a hirer are those of one that was erased. */
export function isErasedDetails(details: string): boolean {
  return details === ERASED_DETAILS;
}
