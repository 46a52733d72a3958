import type { Hirer } from "@neuadd/core";
import { ERASED_CONTACT, ERASED_TEXT } from "../erased.ts";
import { financialYearsBefore } from "../financial-years-before.ts";
import type {
  BookingPlace,
  DataSubject,
  HeldRecord,
  PersonalData,
  PersonalDataContext,
} from "../personal-data.ts";
import type { MemoryLedger } from "./memory-ledger.ts";

/**
 * Gives out and erases as a server does: its own records of hirers and bookings first, then the plugin's. What the ledger tells
 * of it comes to the listeners with the next `deliver`.
 */
export interface TestPersonalData {
  /** What the plugin gives out of a hirer. */
  exportHirer(id: string): Promise<readonly HeldRecord[]>;
  eraseHirer(id: string): Promise<void>;
  /** Takes a person out of every hirer that has the address, and out of what the plugin holds of them. */
  erasePerson(email: string): Promise<void>;
  /** Erases titles and reasons of bookings whose time is over. */
  eraseBookings(ids: readonly string[], school?: string): Promise<void>;
  /** The daily work, with the usual periods: a year, and six financial years and the present one. Answers how many rows went. */
  expire(): Promise<number>;
}

export interface MemoryPersonalDataParts {
  readonly personalData: PersonalData | undefined;
  readonly hirers: Map<string, Hirer>;
  readonly ledgers: ReadonlyMap<string, MemoryLedger>;
  readonly context: () => PersonalDataContext;
}

const YEAR_MS = 365 * 86_400_000;
const BOOKING_YEARS = 6;

export function memoryPersonalData(parts: MemoryPersonalDataParts): TestPersonalData {
  const { personalData, hirers, ledgers, context } = parts;
  const erase = async (subject: DataSubject) => personalData?.erase(context(), subject);
  return {
    async exportHirer(hirer) {
      const subject = { kind: "hirer", hirer, bookings: bookingsOf(parts, hirer) } as const;
      return (await personalData?.export(context(), subject)) ?? [];
    },

    async eraseHirer(id) {
      const bookings = bookingsOf(parts, id);
      const { category, language } = found(hirers, id);
      const erased = { name: ERASED_TEXT, contact: ERASED_CONTACT, members: [] };
      hirers.set(id, { id, category, language, ...erased });
      for (const [school, ledger] of ledgers) {
        const own = bookings.filter((one) => one.school === school).map(({ booking }) => booking);
        if (own.length > 0) ledger.erase("request", { what: "hirer", hirer: id, bookings: own });
      }
      await erase({ kind: "hirer", hirer: id, bookings });
    },

    async erasePerson(email) {
      for (const hirer of hirers.values()) {
        const isContact = hirer.contact.email === email;
        const own = hirer.members.filter((member) => member.email === email);
        if (!isContact && own.length === 0) continue;
        const names = [...own, ...(isContact ? [hirer.contact] : [])].map(({ name }) => name);
        hirers.set(hirer.id, {
          ...hirer,
          ...(isContact && { contact: ERASED_CONTACT }),
          members: hirer.members.filter((member) => member.email !== email),
        });
        const bookings = bookingsOf(parts, hirer.id);
        for (const school of new Set(bookings.map((one) => one.school))) {
          const about = { what: "person", hirer: hirer.id, bookings: [] } as const;
          ledgers.get(school)?.erase("request", about);
        }
        const person = { hirer: hirer.id, email, names: [...new Set(names)], bookings };
        await erase({ kind: "person", ...person });
      }
    },

    async eraseBookings(ids, school = [...ledgers.keys()][0] ?? "") {
      ledgers.get(school)?.erase("retention", { what: "bookings", bookings: ids });
      const bookings = ids.map((booking): BookingPlace => ({ school, booking }));
      await erase({ kind: "bookings", bookings });
    },

    async expire() {
      const { now } = context();
      const limits = {
        enquiriesBefore: now - YEAR_MS,
        bookingsBefore: financialYearsBefore(now, BOOKING_YEARS),
      };
      return (await personalData?.expire?.(context(), limits)) ?? 0;
    },
  };
}

function bookingsOf({ ledgers }: MemoryPersonalDataParts, hirer: string): BookingPlace[] {
  return [...ledgers].flatMap(([school, ledger]) =>
    [...ledger.bookings.values()]
      .filter((booking) => booking.hirer === hirer)
      .map(({ id }) => ({ school, booking: id })),
  );
}

function found(hirers: ReadonlyMap<string, Hirer>, id: string): Hirer {
  const hirer = hirers.get(id);
  if (hirer === undefined) throw new Error(`There is no hirer ${id}.`);
  return hirer;
}
