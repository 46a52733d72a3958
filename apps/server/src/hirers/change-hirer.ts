import { isDeepStrictEqual } from "node:util";
import type { Hirer } from "@neuadd/core";
import type { Kysely } from "kysely";
import { hirerUnknown } from "../ledger/unknown.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { inTransaction } from "../store/in-transaction.ts";
import type { StoreSchema } from "../store/schema.ts";
import { withId, type GivenMember } from "./create-hirer.ts";
import { hirerRecord, hirerRow, type HirerRecord } from "./hirer-record.ts";

/** What to change; what is absent stays. `members` replaces the whole list. */
export interface HirerChange extends Partial<Omit<Hirer, "id" | "members">> {
  readonly members?: readonly GivenMember[];
}

/**
 * Changes a hirer. Throws HIRER_UNKNOWN; REVISION_STALE unless the hirer is at the revision given; MEMBER_UNKNOWN for a
 * member with an id that the hirer does not have.
 */
export async function changeHirer(
  services: Services,
  id: string,
  { members, ...change }: HirerChange,
  { revision }: { readonly revision: number },
): Promise<HirerRecord> {
  return inTransaction<HirerRecord, HirerRecord>(services.store, {
    lock: (database) => takeHirer(database, id),
    async work(database, current) {
      checkRevision(current, revision);
      checkMembers(current, members);
      const changed: HirerRecord = {
        ...current,
        ...change,
        members: members?.map((member) => withId(services, member)) ?? current.members,
      };
      const { hirer_id: _id, ...columns } = hirerRow(changed);
      await database.updateTable("hirers").set(columns).where("hirer_id", "=", id).execute();
      return changed;
    },
    stands: async (_database, current, earlier) =>
      isDeepStrictEqual(
        hirerRow({ ...current, revision: current.revision - 1 }),
        hirerRow(earlier),
      ),
  });
}

/** Takes the next revision of a hirer as the first statement, so that of two changes at once the second sees the first. */
async function takeHirer(database: Kysely<StoreSchema>, id: string): Promise<HirerRecord> {
  const row = await database
    .updateTable("hirers")
    .set((expression) => ({ revision: expression("revision", "+", 1) }))
    .where("hirer_id", "=", id)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw hirerUnknown(id);
  return hirerRecord(row);
}

function checkRevision({ id, revision }: HirerRecord, seen: number): void {
  const before = revision - 1;
  if (before === seen) return;
  throw new ServerError(
    "REVISION_STALE",
    {
      cy: `Mae llogwr "${id}" wedi newid ers i chi ei ddarllen: mae ar adolygiad ${before}, nid ${seen}. Darllenwch ef eto.`,
      en: `Hirer "${id}" has changed since you read it: it is at revision ${before}, not ${seen}. Read it again.`,
    },
    { extensions: { revision: before } },
  );
}

function checkMembers({ id, members }: HirerRecord, given: readonly GivenMember[] = []): void {
  const known = new Set(members.map((member) => member.id));
  const stranger = given.find((member) => member.id !== undefined && !known.has(member.id));
  if (stranger === undefined) return;
  throw new ServerError("MEMBER_UNKNOWN", {
    cy: `Nid oes gan logwr "${id}" aelod "${stranger.id}". Gadewch y dynodydd allan ar gyfer aelod newydd.`,
    en: `Hirer "${id}" has no member "${stranger.id}". Leave the id out for a new member.`,
  });
}
