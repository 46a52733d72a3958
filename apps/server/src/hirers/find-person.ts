import type { HirerContact, HirerMember } from "@neuadd/core";
import type { Services } from "../services.ts";
import { hirerRecord, type HirerRecord } from "./hirer-record.ts";

/** Where a person stands in the record of a hirer. */
export interface Appearance {
  readonly hirer: Pick<HirerRecord, "id" | "name" | "category">;
  readonly contact?: HirerContact;
  readonly members: readonly HirerMember[];
}

const HIRERS_PER_READ = 500;

/** Every hirer that has an e-mail address in its contact or members, whatever the case of its letters. */
export async function findPerson({ store }: Services, email: string): Promise<Appearance[]> {
  const found: Appearance[] = [];
  let after = "";
  for (;;) {
    const rows = await store.database
      .selectFrom("hirers")
      .selectAll()
      .where("hirer_id", ">", after)
      .orderBy("hirer_id")
      .limit(HIRERS_PER_READ)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.hirer_id;
    found.push(...rows.flatMap((row) => appearanceIn(hirerRecord(row), email)));
  }
}

function appearanceIn(
  { id, name, category, contact, members }: HirerRecord,
  email: string,
): Appearance[] {
  const isContact = isSameAddress(contact.email, email);
  const own = members.filter((member) => isSameAddress(member.email, email));
  if (!isContact && own.length === 0) return [];
  return [{ hirer: { id, name, category }, ...(isContact && { contact }), members: own }];
}

/** Mail servers tell no cases apart, and people write as they like. */
export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
