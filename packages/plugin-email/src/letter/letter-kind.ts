import type { LedgerEvent, LedgerEventType } from "@neuadd/plugin-kit";

/** The letters that follow from what happens to a booking, and the reminder before it begins. */
export const LETTER_KINDS = [
  "requested",
  "approved",
  "declined",
  "withdrawn",
  "expired",
  "changed",
  "cancelled",
  "datesCancelled",
  "displaced",
  "reminder",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The entries that a letter follows from, the weightiest first: of several in one command, it says which letter is sent. */
const KIND_OF = new Map<LedgerEventType, LetterKind>([
  ["booking.cancelled", "cancelled"],
  ["booking.approved", "approved"],
  ["booking.declined", "declined"],
  ["booking.withdrawn", "withdrawn"],
  ["booking.expired", "expired"],
  ["booking.amended", "changed"],
  ["booking.requested", "requested"],
  ["occurrence.displaced", "displaced"],
  ["occurrence.denied", "displaced"],
  ["occurrence.cancelled", "datesCancelled"],
]);

/** The types of entries that a letter may follow from. */
export const LETTER_EVENT_TYPES: readonly LedgerEventType[] = [...KIND_OF.keys()];

/** The one letter for all entries of a command on one booking; undefined when none of them is worth one. */
export function letterKind(events: readonly Pick<LedgerEvent, "type">[]): LetterKind | undefined {
  for (const [type, kind] of KIND_OF) if (events.some((event) => event.type === type)) return kind;
  return undefined;
}
