import type { LedgerActor } from "../ledger/ledger-actor.ts";
import { inLedger } from "../ledger/ledger-transaction.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import { ERASED_CONTACT } from "./erased-hirer.ts";
import { findPerson, isSameAddress } from "./find-person.ts";
import { hirerRecord, hirerRow } from "./hirer-record.ts";

export interface PersonErasure {
  /** Hirers in whose records the person stood. */
  readonly hirers: readonly string[];
  /** Of these, hirers that are one person: their name and bookings are that person's, and are erased with `eraseHirer`. */
  readonly individuals: readonly string[];
}

/**
 * Takes a person, by an e-mail address, out of the records of all hirers: out of their members, and out of the contact,
 * in whose place stands that somebody was erased. The hirers and their bookings stay. The ledger of each school that
 * knows such a hirer says that an erasure happened, and not whose. Safe to call again.
 */
export async function erasePerson(
  services: Services,
  email: string,
  actor: LedgerActor,
): Promise<PersonErasure> {
  const appearances = await findPerson(services, email);
  for (const { hirer } of appearances) {
    await eraseFromHirer(services, hirer.id, email);
    for (const school of await schoolsKnowing(services, hirer.id)) {
      await inLedger<void>(services, school, actor, async (ledger) =>
        ledger.emit("personal.erased", { cause: "request", hirer: hirer.id, bookings: [] }),
      );
    }
  }
  return {
    hirers: appearances.map(({ hirer }) => hirer.id),
    individuals: appearances
      .filter(({ hirer }) => hirer.category === "individual")
      .map(({ hirer }) => hirer.id),
  };
}

async function eraseFromHirer({ store }: Services, id: string, email: string): Promise<void> {
  await inTransaction(store, {
    lock: (database) =>
      database
        .updateTable("hirers")
        .set((expression) => ({ revision: expression("revision", "+", 1) }))
        .where("hirer_id", "=", id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    async work(database, row) {
      const { contact, members, ...rest } = hirerRecord(row);
      const { details } = hirerRow({
        ...rest,
        contact: isSameAddress(contact.email, email) ? ERASED_CONTACT : contact,
        members: members.filter((member) => !isSameAddress(member.email, email)),
      });
      await database.updateTable("hirers").set({ details }).where("hirer_id", "=", id).execute();
      // Answers that are kept for repeated requests may name the person still.
      await database.deleteFrom("idempotency_keys").where("response", "like", `%${id}%`).execute();
    },
    stands: async () => false,
  });
}

async function schoolsKnowing({ store }: Services, hirer: string): Promise<string[]> {
  const rows = await store.database
    .selectFrom("hirer_schools")
    .select("school_id")
    .where("hirer_id", "=", hirer)
    .orderBy("school_id")
    .execute();
  return rows.map(({ school_id }) => school_id);
}
