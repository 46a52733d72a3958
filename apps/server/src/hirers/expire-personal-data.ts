import { ERASED_TEXT, type PersonalDataLimits } from "@neuadd/plugin-kit";
import { inLedger } from "../ledger/ledger-transaction.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Services } from "../services.ts";
import { eraseHirer } from "./erase-hirer.ts";
import { ERASED_DETAILS } from "./erased-hirer.ts";
import { redactBookings } from "./redact-bookings.ts";
import { retentionLimits, type RetentionPeriods } from "./retention-periods.ts";

/** How much was erased because its time was over. */
export interface ExpiredData {
  readonly bookings: number;
  readonly hirers: number;
  readonly keyLabels: number;
  readonly deadLetters: number;
  /** Rows in tables of plugins. */
  readonly ofPlugins: number;
}

/** Bookings that are erased in one transaction: a school with many does not keep its other writers waiting. */
const BOOKINGS_PER_TRANSACTION = 50;

/**
 * Erases all personal data whose time is over. What is left to do when it is interrupted, the next run does. When a plugin
 * can't erase its own, all else is erased still, and it rejects with PERSONAL_DATA_FAILED at the end: the ledger has the
 * plugin try again.
 */
export async function expirePersonalData(
  services: Services,
  periods: RetentionPeriods,
  keepers: PersonalKeepers,
): Promise<ExpiredData> {
  const limits = retentionLimits(periods, services.clock.now());
  const faults: unknown[] = [];
  const patient: PersonalKeepers = {
    ...keepers,
    erase: (subject) => keepers.erase(subject).catch((error: unknown) => void faults.push(error)),
  };
  let bookings = 0;
  for (const school of await schoolIds(services)) {
    bookings += await expireBookings(services, school, limits, patient);
  }
  const expired = {
    bookings,
    hirers: await expireHirers(services, limits, patient),
    keyLabels: await expireKeyLabels(services, limits),
    deadLetters: await expireDeadLetters(services, limits),
    ofPlugins: await keepers.expire(limits),
  };
  if (faults.length > 0) throw faults[0];
  return expired;
}

async function schoolIds({ store }: Services): Promise<string[]> {
  const rows = await store.database
    .selectFrom("schools")
    .select("school_id")
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}

async function expireBookings(
  services: Services,
  school: string,
  limits: PersonalDataLimits,
  keepers: PersonalKeepers,
): Promise<number> {
  let expired = 0;
  for (;;) {
    const ids = await dueBookings(services, school, limits);
    if (ids.length === 0) return expired;
    await inLedger(services, school, "system", async (ledger) => {
      await redactBookings(ledger, ids);
      ledger.emit("personal.erased", { cause: "retention", what: "bookings", bookings: ids });
    });
    const bookings = ids.map((booking) => ({ school, booking }));
    await keepers.erase({ kind: "bookings", bookings });
    expired += ids.length;
  }
}

async function dueBookings(
  { store }: Services,
  school: string,
  { enquiriesBefore, bookingsBefore }: PersonalDataLimits,
): Promise<string[]> {
  const rows = await store.database
    .selectFrom("series")
    .innerJoin("events", (join) =>
      join
        .onRef("events.school_id", "=", "series.school_id")
        .onRef("events.revision", "=", "series.revision")
        .on("events.ordinal", "=", 0),
    )
    .select("series.booking_id")
    .where("series.school_id", "=", school)
    .where("series.title", "<>", ERASED_TEXT)
    .where((where) =>
      where.or([
        where.and([
          where("series.status", "in", ["declined", "withdrawn", "expired"]),
          where("events.at", "<", enquiriesBefore),
        ]),
        where.and([
          where("series.status", "in", ["approved", "cancelled"]),
          where("series.last_ends_at", "<", bookingsBefore),
        ]),
      ]),
    )
    .orderBy("series.booking_id")
    .limit(BOOKINGS_PER_TRANSACTION)
    .execute();
  return rows.map(({ booking_id }) => booking_id);
}

/** Hirers none of whose bookings has its title any more, and who have been here, with their keys, for the enquiry's time. */
async function expireHirers(
  services: Services,
  { enquiriesBefore }: PersonalDataLimits,
  keepers: PersonalKeepers,
): Promise<number> {
  const { database } = services.store;
  const candidates = await database
    .selectFrom("hirers")
    .select("hirer_id")
    .where("created_at", "<", enquiriesBefore)
    .where("details", "<>", ERASED_DETAILS)
    .orderBy("hirer_id")
    .execute();
  if (candidates.length === 0) return 0;
  const booked = await database
    .selectFrom("series")
    .select("hirer_id")
    .distinct()
    .where("title", "<>", ERASED_TEXT)
    .execute();
  const withNewKeys = await database
    .selectFrom("api_keys")
    .select("owner_id as hirer_id")
    .where("kind", "=", "hirer")
    .where("created_at", ">=", enquiriesBefore)
    .execute();
  const kept = new Set([...booked, ...withNewKeys].map(({ hirer_id }) => hirer_id));
  let expired = 0;
  for (const { hirer_id } of candidates) {
    if (kept.has(hirer_id)) continue;
    const given = { actor: "system", cause: "retention", keepers } as const;
    const outcome = await eraseHirer(services, hirer_id, given);
    if (outcome.isErased) expired += 1;
  }
  return expired;
}

async function expireKeyLabels(
  { store }: Services,
  { enquiriesBefore }: PersonalDataLimits,
): Promise<number> {
  const { numUpdatedRows } = await store.database
    .updateTable("api_keys")
    .set({ label: "" })
    .where("label", "<>", "")
    .where((where) =>
      where.or([
        where("revoked_at", "<", enquiriesBefore),
        where("expires_at", "<", enquiriesBefore),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The text of an error may hold an address that a message could not reach. */
async function expireDeadLetters(
  services: Services,
  { enquiriesBefore }: PersonalDataLimits,
): Promise<number> {
  let expired = 0;
  for (const school of await schoolIds(services)) {
    const { numDeletedRows } = await services.store.database
      .deleteFrom("dead_letters")
      .where("school_id", "=", school)
      .where("failed_at", "<", enquiriesBefore)
      .executeTakeFirstOrThrow();
    expired += Number(numDeletedRows);
  }
  return expired;
}
