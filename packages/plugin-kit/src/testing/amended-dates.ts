import type { Amendment } from "@neuadd/core";
import type { BookingFacts, OccurrenceFacts } from "../booking-facts.ts";
import { ended, reason } from "./ledger-words.ts";

/** The dates of a booking after an amendment, in order: those that went or moved away are kept as cancelled. */
export function amendedDates(
  { occurrences, status }: BookingFacts,
  amendment: Amendment,
): OccurrenceFacts[] {
  const byDate = new Map(occurrences.map((one) => [one.date, one]));
  for (const { class: kind, before } of amendment.occurrences) {
    const gone = before && (kind === "removed" || kind === "moved") && byDate.get(before.date);
    if (gone) byDate.set(gone.date, ended(gone, "cancelled", reason("AMENDED")));
  }
  const live = status === "approved" ? "confirmed" : "requested";
  for (const { class: kind, after, warnings } of amendment.occurrences) {
    if (after === undefined || (kind !== "moved" && kind !== "new")) continue;
    byDate.set(after.date, {
      ...after,
      status: live,
      denials: [],
      ...(warnings && { warnings }),
    });
  }
  return [...byDate.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

/** What the ledger says of an amendment: classes, dates and spaces. */
export function changesOf({ occurrences }: Amendment): object[] {
  return occurrences
    .filter((one) => one.class !== "unchanged")
    .map(({ class: kind, before, after }) => ({
      class: kind,
      ...(before && { before: before.date }),
      ...(after && { after: after.date, space: after.space }),
    }));
}
