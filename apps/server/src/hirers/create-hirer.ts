import type { Hirer, HirerMember } from "@neuadd/core";
import { schoolRevision } from "../ledger/school-model.ts";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import { runTogether } from "../store/run-together.ts";
import { hirerRecord, hirerRow, type HirerRecord } from "./hirer-record.ts";
import { rememberHirer } from "./remember-hirer.ts";

/** A member as it is given: one without an id is new, and gets one. */
export type GivenMember = Omit<HirerMember, "id"> & { readonly id?: string };

export interface NewHirer extends Omit<Hirer, "id" | "members"> {
  readonly members?: readonly GivenMember[];
}

/**
 * Enters a hirer. A school that enters one knows it from then on; without a school nobody does yet.
 * Throws SCHOOL_UNKNOWN.
 */
export async function createHirer(
  services: Services,
  { members = [], ...given }: NewHirer,
  options: { readonly school?: string } = {},
): Promise<HirerRecord> {
  const hirer: HirerRecord = {
    ...given,
    id: services.newId("hir"),
    members: members.map((member) => withId(services, member)),
    createdAt: services.clock.now(),
    revision: 1,
  };
  await inTransaction(services.store, {
    // A second run finds the row of the first, if that stands: the id is nobody else's.
    lock: (database) =>
      database
        .insertInto("hirers")
        .values(hirerRow(hirer))
        .onConflict((conflict) => conflict.column("hirer_id").doNothing())
        .execute(),
    async work(database) {
      const { school } = options;
      if (school === undefined) return;
      if ((await schoolRevision({ store: { database } }, school)) === undefined) {
        throw schoolUnknown(school);
      }
      await runTogether(database, [rememberHirer(database, school, hirer.id)]);
    },
    stands: async () => false,
  });
  return hirerRecord(hirerRow(hirer));
}

export function withId(services: Services, member: GivenMember): HirerMember {
  return { ...member, id: member.id ?? services.newId("mem") };
}
