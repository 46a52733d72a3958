import { type Hirer, spaceOf } from "@neuadd/core";
import type {
  BookingFacts,
  LedgerEvent,
  Listeners,
  PluginHost,
  SchoolFacts,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { decideVat } from "./decide-vat.ts";
import type { AgreementFacts, SupplierFacts, VatFacts, VatSession } from "./vat-facts.ts";
import { keepAssessment, type KeptAssessment, readAgreement, readSupplier } from "./vat-records.ts";
import type { VatTables } from "./vat-tables.ts";

/** What the parts of this plugin share. */
export interface VatContext {
  readonly host: PluginHost;
  readonly tables: Kysely<VatTables>;
}

/** Dates that take place, took place, or wait for an answer. A date that was paid for and missed counts too. */
const COUNTED = new Set(["requested", "confirmed", "completed", "noShow"]);

/** The facts of VAT of a booking as it stands. */
export async function factsOfBooking(
  { host, tables }: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
): Promise<VatFacts> {
  const supplier = await readSupplier(tables, booking.school);
  const agreement = await readAgreement(tables, booking.school, booking.id);
  const hirer = await host.reads.hirer(booking.hirer);
  const counted = booking.occurrences.filter(({ status }) => COUNTED.has(status));
  return makeFacts(
    { school, supplier, agreement, hirer, activity: booking.request.activity },
    counted,
  );
}

/** What facts are made of, beside the sessions. */
export interface KnownFacts {
  readonly school: Pick<SchoolFacts, "school" | "tree">;
  readonly supplier: SupplierFacts;
  readonly agreement: AgreementFacts;
  readonly hirer: Pick<Hirer, "category"> | undefined;
  readonly activity: string;
}

export function makeFacts(
  { school, supplier, agreement, hirer, activity }: KnownFacts,
  dates: readonly Omit<VatSession, "spaceKind" | "premises">[],
): VatFacts {
  return {
    supplier: { category: school.school.category, ...supplier },
    agreement,
    ...(hirer && { hirerCategory: hirer.category }),
    activity,
    sessions: dates.map(({ date, startTime, endTime, space }) => {
      const { kind, premises } = spaceOf(school.tree, space);
      return { date, startTime, endTime, space, spaceKind: kind, premises };
    }),
  };
}

/** Decides a booking with the facts of now, and keeps the assessment if it says something new. */
export async function assessBooking(
  context: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
): Promise<KeptAssessment> {
  const facts = await factsOfBooking(context, school, booking);
  return keepAssessment(
    context.tables,
    { school: booking.school, booking: booking.id },
    { ...decideVat(facts), revision: booking.revision, at: context.host.now() },
  );
}

/** Kind 4, listeners: decided again after everything that changes the dates of a booking. */
export function followBookings(context: VatContext): Listeners {
  const assess = async ({ school, data }: LedgerEvent) => {
    const booking = await context.host.reads.booking(school, String(data["booking"]));
    const facts = await context.host.reads.school(school);
    if (booking && facts) await assessBooking(context, facts, booking);
  };
  return {
    "booking.requested": assess,
    "booking.approved": assess,
    "booking.amended": assess,
    "booking.cancelled": assess,
    "occurrence.cancelled": assess,
    "occurrence.displaced": assess,
    "occurrence.denied": assess,
  };
}
