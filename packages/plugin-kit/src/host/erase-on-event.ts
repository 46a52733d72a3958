import type { LedgerEvent } from "../ledger-event.ts";
import type { Listeners } from "../listeners.ts";
import type {
  BookingPlace,
  DataSubject,
  PersonalData,
  PersonalDataContext,
} from "../personal-data.ts";

/**
 * The listeners of a plugin, which erases its own when the ledger tells that something was erased: with it goes what a listener
 * that was told of earlier entries has written meanwhile. Whom it was about when it was one person of a hirer, the ledger does
 * not tell: that is erased when it is asked for.
 */
export function eraseOnEvent(
  personalData: PersonalData,
  listeners: Listeners = {},
  context: () => PersonalDataContext,
): Listeners {
  return {
    ...listeners,
    async "personal.erased"(event) {
      const subject = subjectOf(event);
      if (subject !== undefined) await personalData.erase(context(), subject);
      await listeners["personal.erased"]?.(event);
    },
  };
}

function subjectOf({ school, data }: LedgerEvent): DataSubject | undefined {
  const { what, hirer } = data;
  const ids = Array.isArray(data["bookings"]) ? data["bookings"] : [];
  const bookings = ids.map((booking): BookingPlace => ({ school, booking: String(booking) }));
  if (what === "hirer") return { kind: "hirer", hirer: String(hirer), bookings };
  return what === "bookings" ? { kind: "bookings", bookings } : undefined;
}
