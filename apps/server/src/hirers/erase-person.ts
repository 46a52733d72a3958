import { ERASED_CONTACT } from "@neuadd/plugin-kit";
import type { LedgerActor } from "../ledger/ledger-actor.ts";
import { inLedger } from "../ledger/ledger-transaction.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import { personSubject } from "./data-subject.ts";
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
 * knows such a hirer says that an erasure happened, and not whose: so plugins are asked here, before (by what names would
 * not be known any more if it had to be repeated) and after (for what they wrote meanwhile).
 *
 * Safe to call again. Throws PERSONAL_DATA_FAILED when a plugin could not erase what it holds.
 */
export async function erasePerson(
  services: Services,
  email: string,
  { actor, keepers }: { readonly actor: LedgerActor; readonly keepers: PersonalKeepers },
): Promise<PersonErasure> {
  const appearances = await findPerson(services, email);
  for (const appearance of appearances) {
    const { hirer } = appearance;
    const subject = await personSubject(services, appearance, email);
    await keepers.erase(subject);
    await eraseFromHirer(services, hirer.id, email);
    for (const school of await schoolsKnowing(services, hirer.id)) {
      const data = { cause: "request", what: "person", hirer: hirer.id, bookings: [] };
      await inLedger<void>(services, school, actor, async (ledger) =>
        ledger.emit("personal.erased", data),
      );
    }
    await keepers.erase(subject);
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
