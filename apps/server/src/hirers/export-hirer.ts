import type { Hirer, LocalDate } from "@neuadd/core";
import type { CallerKind, HeldRecord } from "@neuadd/plugin-kit";
import { loadBooking } from "../ledger/stored-booking.ts";
import type { BookingRecord } from "../ledger/booking-record.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Services } from "../services.ts";
import { hirerSubject } from "./data-subject.ts";
import { readHirer } from "./read-hirer.ts";

/** Everything that the server and its plugins hold about a hirer, in a form that programs can read (UK GDPR, Articles 15 and 20). */
export interface HirerExport extends Hirer {
  readonly createdAt: string;
  readonly schools: readonly string[];
  readonly bookings: readonly ExportedBooking[];
  readonly keys: readonly ExportedKey[];
  /** What was done with its keys, as the ledgers of its schools say. */
  readonly actions: readonly {
    readonly school: string;
    readonly revision: number;
    readonly at: string;
    readonly type: string;
  }[];
  /** By plugin, what it holds in tables of its own; only plugins that hold any. */
  readonly plugins: Readonly<Record<string, readonly HeldRecord[]>>;
}

export interface ExportedBooking {
  readonly school: string;
  readonly id: string;
  readonly status: BookingRecord["status"];
  readonly title: string;
  readonly request: BookingRecord["request"];
  readonly requestedAt: string;
  readonly reason?: string;
  readonly dates: readonly {
    readonly date: LocalDate;
    readonly space: string;
    readonly startTime: string;
    readonly endTime: string;
    readonly status: string;
    readonly denials: readonly unknown[];
  }[];
}

export interface ExportedKey {
  readonly id: string;
  readonly kind: CallerKind;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

/** Throws HIRER_UNKNOWN, and PERSONAL_DATA_FAILED when a plugin can't give out what it holds: half of it is no answer. */
export async function exportHirer(
  services: Services,
  id: string,
  keepers: PersonalKeepers,
): Promise<HirerExport> {
  const { revision: _revision, createdAt, ...hirer } = await readHirer(services, id);
  const { database } = services.store;
  const known = await database
    .selectFrom("hirer_schools")
    .select("school_id")
    .where("hirer_id", "=", id)
    .orderBy("school_id")
    .execute();
  const schools = known.map(({ school_id }) => school_id);
  const keys = await exportKeys(services, id);
  const bookings: ExportedBooking[] = [];
  const actions: HirerExport["actions"][number][] = [];
  for (const school of schools) {
    bookings.push(...(await exportBookings(services, school, id)));
    actions.push(...(await exportActions(services, school, keys)));
  }
  const plugins = await keepers.export(await hirerSubject(services, id));
  return { ...hirer, createdAt: iso(createdAt), schools, bookings, keys, actions, plugins };
}

async function exportBookings(
  { store }: Services,
  school: string,
  hirer: string,
): Promise<ExportedBooking[]> {
  const rows = await store.database
    .selectFrom("series")
    .select("booking_id")
    .where("school_id", "=", school)
    .where("hirer_id", "=", hirer)
    .orderBy("booking_id")
    .execute();
  const bookings: ExportedBooking[] = [];
  for (const { booking_id } of rows) {
    const booking = await loadBooking(store.database, school, booking_id);
    const { id, status, title, request, requestedAt, reason, occurrences } = booking;
    bookings.push({
      school,
      id,
      status,
      title,
      request,
      requestedAt: iso(requestedAt),
      ...(reason !== undefined && { reason }),
      dates: occurrences.map((occurrence) => ({
        date: occurrence.date,
        space: occurrence.space,
        startTime: occurrence.startTime,
        endTime: occurrence.endTime,
        status: occurrence.status,
        denials: occurrence.denials,
      })),
    });
  }
  return bookings;
}

async function exportKeys({ store }: Services, hirer: string): Promise<ExportedKey[]> {
  const rows = await store.database
    .selectFrom("api_keys")
    .selectAll()
    .where("kind", "=", "hirer")
    .where("owner_id", "=", hirer)
    .orderBy("key_id")
    .execute();
  return rows.map((row) => ({
    id: row.key_id,
    kind: row.kind,
    label: row.label,
    createdAt: iso(row.created_at),
    ...(row.expires_at !== null && { expiresAt: iso(row.expires_at) }),
    ...(row.revoked_at !== null && { revokedAt: iso(row.revoked_at) }),
  }));
}

async function exportActions(
  { store }: Services,
  school: string,
  keys: readonly ExportedKey[],
): Promise<HirerExport["actions"][number][]> {
  if (keys.length === 0) return [];
  const rows = await store.database
    .selectFrom("events")
    .select(["revision", "at", "type"])
    .where("school_id", "=", school)
    .where(
      "actor",
      "in",
      keys.map(({ id }) => `key:${id}`),
    )
    .orderBy("revision")
    .orderBy("ordinal")
    .execute();
  return rows.map(({ revision, at, type }) => ({ school, revision, at: iso(at), type }));
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
