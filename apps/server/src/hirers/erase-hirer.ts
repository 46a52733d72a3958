import type { Kysely } from "kysely";
import type { LedgerActor } from "../ledger/ledger-actor.ts";
import { inLedger } from "../ledger/ledger-transaction.ts";
import { readLiveUses } from "../ledger/live-uses.ts";
import { hirerUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import { ERASED_DETAILS, ERASED_TEXT } from "./erased-hirer.ts";
import { redactBookings } from "./redact-bookings.ts";

/** Why something is erased: somebody has asked for it, or its time is over. */
export type ErasureCause = "request" | "retention";

export type HirerErasure =
  | { readonly isErased: true; readonly schools: number; readonly bookings: number }
  /** Bookings that are still to take place: `school` and `booking`, each once. */
  | {
      readonly isErased: false;
      readonly live: readonly { readonly school: string; readonly booking: string }[];
    };

/**
 * Erases all that is personal about a hirer at every school: its name, contact and members, the titles and reasons of its
 * bookings, the labels of its keys, which are revoked, and answers kept for repeated requests. Its id, category and
 * language stay, as do the bookings with their dates. The ledger of each school says that an erasure happened
 * (`personal.erased`), with ids that lead to nobody any more, so that plugins can follow.
 *
 * A hirer with bookings to come is not erased: they are needed for the contract. End them first.
 * Safe to call again, and to be called again when it was interrupted. Throws HIRER_UNKNOWN.
 */
export async function eraseHirer(
  services: Services,
  hirer: string,
  { actor, cause }: { readonly actor: LedgerActor; readonly cause: ErasureCause },
): Promise<HirerErasure> {
  const schools = await schoolsOf(services, hirer);
  const live = await liveBookings(services, schools, hirer);
  if (live.length > 0) return { isErased: false, live };
  const wasErased = await eraseRecord(services, hirer);
  let bookings = 0;
  for (const school of schools) {
    bookings += await inLedger<number>(services, school, actor, async (ledger, unchanged) => {
      const ids = await namedBookings(ledger.database, school, hirer);
      if (ids.length === 0 && wasErased) throw unchanged(0);
      await redactBookings(ledger, ids);
      ledger.emit("personal.erased", { cause, hirer, bookings: ids });
      return ids.length;
    });
  }
  return { isErased: true, schools: schools.length, bookings };
}

async function schoolsOf({ store }: Services, hirer: string): Promise<string[]> {
  const rows = await store.database
    .selectFrom("hirer_schools")
    .select("school_id")
    .where("hirer_id", "=", hirer)
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}

async function liveBookings(
  { store, clock }: Services,
  schools: readonly string[],
  hirer: string,
): Promise<{ school: string; booking: string }[]> {
  const live: { school: string; booking: string }[] = [];
  for (const school of schools) {
    const uses = await readLiveUses(store.database, school, clock.now());
    const bookings = new Set(uses.filter((use) => use.hirer === hirer).map((use) => use.booking));
    for (const booking of bookings) live.push({ school, booking });
  }
  return live;
}

/** Its keys first, so that nothing is booked with them meanwhile. Answers whether the record was erased before. */
async function eraseRecord({ store, clock }: Services, hirer: string): Promise<boolean> {
  return inTransaction<string[], boolean>(store, {
    lock: (database) => revokeKeys(database, hirer, clock.now()),
    async work(database, keys) {
      if (keys.length > 0) {
        await database.deleteFrom("idempotency_keys").where("key_id", "in", keys).execute();
      }
      // Schools ask for their hirers too, and are answered with names.
      await database
        .deleteFrom("idempotency_keys")
        .where("response", "like", `%${hirer}%`)
        .execute();
      const row = await database
        .selectFrom("hirers")
        .select("details")
        .where("hirer_id", "=", hirer)
        .executeTakeFirst();
      if (row === undefined) throw hirerUnknown(hirer);
      if (row.details === ERASED_DETAILS) return true;
      await database
        .updateTable("hirers")
        .set((expression) => ({
          name: ERASED_TEXT,
          details: ERASED_DETAILS,
          revision: expression("revision", "+", 1),
        }))
        .where("hirer_id", "=", hirer)
        .execute();
      return false;
    },
    // Erasing twice is as good as once.
    stands: async () => false,
  });
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
