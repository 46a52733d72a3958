import { ERASED_TEXT } from "@neuadd/plugin-kit";
import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { LedgerActor } from "../ledger/ledger-actor.ts";
import { inLedger } from "../ledger/ledger-transaction.ts";
import { readLiveUses } from "../ledger/live-uses.ts";
import { hirerUnknown } from "../ledger/unknown.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { ERASED_DETAILS } from "./erased-hirer.ts";
import { hirerSubject } from "./data-subject.ts";
import { redactBookings } from "./redact-bookings.ts";

/** Why something is erased: somebody has asked for it, or its time is over. */
export type ErasureCause = "request" | "retention";

export interface EraseHirerOptions {
  readonly actor: LedgerActor;
  readonly cause: ErasureCause;
  /** Of the plugins, which erase what they hold. */
  readonly keepers: PersonalKeepers;
}

export type HirerErasure =
  | { readonly isErased: true; readonly schools: number; readonly bookings: number }
  /** Bookings that are still to take place: `school` and `booking`, each once. */
  | { readonly isErased: false; readonly live: LiveBookings };

type LiveBookings = readonly { readonly school: string; readonly booking: string }[];

/**
 * Erases all that is personal about a hirer at every school: its name, contact and members, the titles and reasons of its
 * bookings, the labels of its keys, which are revoked, and answers kept for repeated requests. Its id, category and
 * language stay, as do the bookings with their dates. The ledger of each school says that an erasure happened
 * (`personal.erased`), with ids that lead to nobody any more. Plugins erase what they hold, last of all: what they wrote
 * of the hirer meanwhile goes with it.
 *
 * A hirer with bookings to come is not erased: they are needed for the contract. End them first. One that comes while the
 * hirer is being erased stops that: its keys are revoked by then, and its name stays.
 * Safe to call again, and to be called again when it was interrupted. Throws HIRER_UNKNOWN, and PERSONAL_DATA_FAILED when
 * a plugin could not erase what it holds, with all the rest erased.
 */
export async function eraseHirer(
  services: Services,
  hirer: string,
  { actor, cause, keepers }: EraseHirerOptions,
): Promise<HirerErasure> {
  const { store, clock } = services;
  const schools = await schoolsOf(services, hirer);
  const live = await liveBookings(store.database, schools, hirer, clock.now());
  if (live.length > 0) return { isErased: false, live };
  const wasErased = await revokeAll(services, hirer);
  let bookings = 0;
  for (const school of schools) {
    const outcome = await eraseAtSchool(services, school, hirer, { actor, cause, wasErased });
    if (!outcome.isErased) return outcome;
    bookings += outcome.bookings;
  }
  const booked = await eraseRecord(services, hirer);
  if (booked.length > 0) return { isErased: false, live: booked };
  await keepers.erase(await hirerSubject(services, hirer));
  return { isErased: true, schools: schools.length, bookings };
}

/** What its bookings at one school say, unless one was made since it was last looked. */
async function eraseAtSchool(
  services: Services,
  school: string,
  hirer: string,
  { actor, cause, wasErased }: Omit<EraseHirerOptions, "keepers"> & { readonly wasErased: boolean },
): Promise<HirerErasure> {
  return inLedger<HirerErasure>(services, school, actor, async (ledger, unchanged) => {
    const live = await liveBookings(ledger.database, [school], hirer, ledger.now);
    if (live.length > 0) throw unchanged({ isErased: false, live });
    const ids = await namedBookings(ledger.database, school, hirer);
    const outcome = { isErased: true, schools: 1, bookings: ids.length } as const;
    if (ids.length === 0 && wasErased) throw unchanged(outcome);
    await redactBookings(ledger, ids);
    ledger.emit("personal.erased", { cause, what: "hirer", hirer, bookings: ids });
    return outcome;
  });
}

async function schoolsOf(
  { store }: { readonly store: Pick<Store, "database"> },
  hirer: string,
): Promise<string[]> {
  const rows = await store.database
    .selectFrom("hirer_schools")
    .select("school_id")
    .where("hirer_id", "=", hirer)
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}

async function liveBookings(
  database: Kysely<StoreSchema>,
  schools: readonly string[],
  hirer: string,
  now: Instant,
): Promise<LiveBookings> {
  const live: { school: string; booking: string }[] = [];
  for (const school of schools) {
    const uses = await readLiveUses(database, school, now);
    const bookings = new Set(uses.filter((use) => use.hirer === hirer).map((use) => use.booking));
    for (const booking of bookings) live.push({ school, booking });
  }
  return live;
}

/** Its keys first of all, so that nothing is booked with them meanwhile. Answers whether the record was erased before. */
async function revokeAll({ store, clock }: Services, hirer: string): Promise<boolean> {
  return inTransaction<string[], boolean>(store, {
    lock: (database) => revokeKeys(database, hirer, clock.now()),
    async work(database, keys) {
      if (keys.length > 0) {
        await database.deleteFrom("idempotency_keys").where("key_id", "in", keys).execute();
      }
      const row = await database
        .selectFrom("hirers")
        .select("details")
        .where("hirer_id", "=", hirer)
        .executeTakeFirst();
      if (row === undefined) throw hirerUnknown(hirer);
      return row.details === ERASED_DETAILS;
    },
    // Revoking twice is as good as once.
    stands: async () => false,
  });
}

/**
 * The record itself, last of all, and only if schools have booked nothing for it meanwhile: answers what they have. Who
 * books for a hirer holds its record till the booking is there (`holdHirer`), and nobody can once it is erased.
 */
async function eraseRecord({ store, clock }: Services, hirer: string): Promise<LiveBookings> {
  try {
    await inTransaction<void, void>(store, {
      async lock(database) {
        await database
          .updateTable("hirers")
          .set((expression) => ({
            name: ERASED_TEXT,
            details: ERASED_DETAILS,
            revision: expression("revision", "+", 1),
          }))
          .where("hirer_id", "=", hirer)
          .where("details", "<>", ERASED_DETAILS)
          .execute();
      },
      async work(database) {
        const schools = await schoolsOf({ store: { database } }, hirer);
        const live = await liveBookings(database, schools, hirer, clock.now());
        if (live.length > 0) throw new StillBooked(live);
        // Schools ask for their hirers too, and are answered with names.
        await database
          .deleteFrom("idempotency_keys")
          .where("response", "like", `%${hirer}%`)
          .execute();
      },
      // Erasing twice is as good as once.
      stands: async () => false,
    });
    return [];
  } catch (error) {
    if (error instanceof StillBooked) return error.live;
    throw error;
  }
}

/** Rolls the erasure of a record back. */
class StillBooked extends Error {
  readonly live: LiveBookings;

  constructor(live: LiveBookings) {
    super("The hirer has bookings to come.");
    this.live = live;
  }
}

async function revokeKeys(
  database: Kysely<StoreSchema>,
  hirer: string,
  now: number,
): Promise<string[]> {
  const rows = await database
    .updateTable("api_keys")
    .set((expression) => ({
      label: "",
      revoked_at: expression.fn.coalesce("revoked_at", expression.val(now)),
    }))
    .where("kind", "=", "hirer")
    .where("owner_id", "=", hirer)
    .returning("key_id")
    .execute();
  return rows.map(({ key_id }) => key_id);
}

/** Those bookings of a hirer that still say something. */
async function namedBookings(
  database: Kysely<StoreSchema>,
  school: string,
  hirer: string,
): Promise<string[]> {
  const rows = await database
    .selectFrom("series")
    .select("booking_id")
    .where("school_id", "=", school)
    .where("hirer_id", "=", hirer)
    .where((where) =>
      where.or([where("title", "<>", ERASED_TEXT), where("reason", "is not", null)]),
    )
    .orderBy("booking_id")
    .execute();
  return rows.map(({ booking_id }) => booking_id);
}
