import { type Hirer, type LocalDate, localDateOf } from "@neuadd/core";
import type {
  BookingFacts,
  LedgerEvent,
  Listeners,
  PluginHost,
  SchoolFacts,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { decideVat } from "./decide-vat.ts";
import type { Tariffs } from "./tariffs-asked.ts";
import type {
  AgreementFacts,
  RefundFacts,
  SupplierFacts,
  VatFacts,
  VatSession,
} from "./vat-facts.ts";
import {
  addAssessment,
  type BookingPlace,
  type KeptAssessment,
  readAgreement,
  readAssessment,
  readSupplier,
} from "./vat-records.ts";
import type { VatTables } from "./vat-tables.ts";

/** What the parts of this plugin share. */
export interface VatContext {
  readonly host: PluginHost;
  readonly tables: Kysely<VatTables>;
  readonly tariffs: Tariffs;
}

/** Dates that take place or took place. A date that was paid for and missed counts too. */
const TAKING_PLACE = ["confirmed", "completed", "noShow"];

/** The dates of a booking that are not given up, in order; of one that is approved those that wait for an answer don't count. */
export function takingPlace({ occurrences }: BookingFacts): LocalDate[] {
  return occurrences
    .filter(({ status }) => TAKING_PLACE.includes(status))
    .map(({ date }) => date)
    .toSorted();
}

/** The facts of VAT of a booking as it stands. What sessions of before today were is as it was noted. */
async function factsOfBooking(
  { host, tables, tariffs }: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
  latest?: KeptAssessment,
): Promise<VatFacts> {
  const supplier = await readSupplier(tables, booking.school);
  const agreement = await readAgreement(tables, booking.school, booking.id);
  const hirer = await host.reads.hirer(booking.hirer);
  const refunds = await tariffs.cancellation(booking.school, booking.id);
  const counted = booking.occurrences.filter(
    ({ status }) => status === "requested" || TAKING_PLACE.includes(status),
  );
  const { activity } = booking.request;
  const noted = latest?.facts.sessions ?? [];
  const today = localDateOf(host.now(), school.school.zone);
  return makeFacts({ school, supplier, agreement, hirer, activity, refunds }, counted, {
    noted,
    today,
  });
}

/** What facts are made of, beside the sessions. */
export interface KnownFacts {
  readonly school: Pick<SchoolFacts, "school" | "tree">;
  readonly supplier: SupplierFacts;
  readonly agreement: AgreementFacts;
  readonly hirer: Pick<Hirer, "category"> | undefined;
  readonly activity: string;
  readonly refunds: RefundFacts | undefined;
}

interface NotedSessions {
  readonly noted: readonly VatSession[];
  readonly today: LocalDate;
}

type DateAndSpace = Omit<VatSession, "spaceKind" | "premises">;

export function makeFacts(
  { school, supplier, agreement, hirer, activity, refunds }: KnownFacts,
  dates: readonly DateAndSpace[],
  noted: NotedSessions = { noted: [], today: "" },
): VatFacts {
  return {
    supplier: { category: school.school.category, ...supplier },
    agreement,
    ...(hirer && { hirerCategory: hirer.category }),
    activity,
    ...(refunds && { refunds: { terms: refunds.terms, letOff: refunds.letOff } }),
    sessions: dates.map((date) => sessionIn(school, date, noted)),
  };
}

/**
 * A session with what its space is. One that is over keeps what was noted of it; so does one whose space the school has no
 * more. Of a space that is not there, and was never noted, nothing is known.
 */
function sessionIn(
  { tree }: KnownFacts["school"],
  { date, startTime, endTime, space }: DateAndSpace,
  { noted, today }: NotedSessions,
): VatSession {
  const session = { date, startTime, endTime, space };
  const known = tree.spaces.find(({ id }) => id === space);
  const then = noted.find((one) => one.space === space && (one.date === date || !known));
  const isOver = date < today;
  if (then?.spaceKind && then.premises && (isOver || known === undefined)) {
    return { ...session, spaceKind: then.spaceKind, premises: then.premises };
  }
  return known === undefined
    ? session
    : { ...session, spaceKind: known.kind, premises: known.premises };
}

/**
 * The assessment that holds. As long as dates are to come, it is decided with the facts and the rules of now; after the last
 * one it stays as it was kept, whatever the school or the rules have become since.
 */
export async function currentAssessment(
  context: VatContext,
  school: SchoolFacts,
  booking: BookingFacts,
): Promise<KeptAssessment> {
  const latest = await readAssessment(context.tables, booking.school, booking.id);
  const today = localDateOf(context.host.now(), school.school.zone);
  if (latest !== undefined && hasEnded(booking, today)) return latest;
  const { school: schoolId, id } = booking;
  const assessed = await assessBooking(context, school, { school: schoolId, booking: id });
  if (assessed === undefined)
    throw new Error(`Booking ${id} of ${schoolId} is not there any more.`);
  return assessed;
}

function hasEnded(booking: BookingFacts, today: LocalDate): boolean {
  const last = takingPlace(booking).at(-1);
  return last !== undefined && last < today;
}

/**
 * Decides a booking with the facts of now, and keeps the assessment, with its facts, if it says something new. Undefined when
 * there is no such booking.
 */
export async function assessBooking(
  context: VatContext,
  school: SchoolFacts,
  about: BookingPlace,
): Promise<KeptAssessment | undefined> {
  const { host, tables } = context;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const latest = await readAssessment(tables, about.school, about.booking);
    // Read after it, so that what is kept next never says less than it does.
    const booking = await host.reads.booking(about.school, about.booking);
    if (booking === undefined) return undefined;
    const facts = await factsOfBooking(context, school, booking, latest);
    const kept = await addAssessment(tables, about, latest, {
      ...decideVat(facts),
      facts,
      revision: booking.revision,
      at: host.now(),
    });
    // Undefined: another one came first, so the facts may be older than it.
    if (kept !== undefined) return kept;
  }
  throw new Error(`Another assessment was kept ${MOST_ATTEMPTS} times over. Try again.`);
}

const MOST_ATTEMPTS = 20;

/** Kind 4, listeners: decided again after everything that changes the dates of a booking. */
export function followBookings(context: VatContext): Listeners {
  const assess = async ({ school, data }: LedgerEvent) => {
    const facts = await context.host.reads.school(school);
    if (facts) await assessBooking(context, facts, { school, booking: String(data["booking"]) });
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
