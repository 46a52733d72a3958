import { ERASED_TEXT } from "@neuadd/plugin-kit";
import { inBatches } from "../store/in-batches.ts";
import type { Ledger } from "../ledger/ledger-transaction.ts";

/**
 * Takes what people wrote out of bookings: their titles, and the reasons they gave. Dates, spaces, status and activity
 * stay, so that the ledger is whole and reports keep counting. The bookings get the ledger's revision.
 */
export async function redactBookings(
  { database, school, revision }: Ledger,
  bookings: readonly string[],
): Promise<void> {
  for (const batch of inBatches(bookings)) {
    await database
      .updateTable("series")
      .set({ title: ERASED_TEXT, reason: null, revision })
      .where("school_id", "=", school)
      .where("booking_id", "in", batch)
      .execute();
    const dates = await database
      .selectFrom("occurrences")
      .select(["booking_id", "local_date", "denials"])
      .where("school_id", "=", school)
      .where("booking_id", "in", batch)
      .where("denials", "like", '%"reason":%')
      .execute();
    for (const { booking_id, local_date, denials } of dates) {
      await database
        .updateTable("occurrences")
        .set({ denials: withoutReasons(denials) })
        .where("school_id", "=", school)
        .where("booking_id", "=", booking_id)
        .where("local_date", "=", local_date)
        .execute();
    }
  }
}

interface StoredDenial {
  readonly details?: Readonly<Record<string, unknown>>;
}

function withoutReasons(denials: string): string {
  const list = JSON.parse(denials) as StoredDenial[];
  return JSON.stringify(
    list.map((denial) => {
      if (denial.details === undefined) return denial;
      const { reason: _reason, ...details } = denial.details;
      return { ...denial, details };
    }),
  );
}
