import type { Hirer, HirerContact, HirerMember, Instant } from "@neuadd/core";
import type { Selectable } from "kysely";
import type { HirerRow } from "../store/schema.ts";

/** A hirer as it is stored. */
export interface HirerRecord extends Hirer {
  readonly createdAt: Instant;
  /** Grows by one with every change. */
  readonly revision: number;
}

/** What of a hirer is stored as one document: persons, and how to reach them. */
interface HirerDetails {
  readonly contact: HirerContact;
  readonly members: readonly HirerMember[];
}

export function hirerRecord(row: Selectable<HirerRow>): HirerRecord {
  const { contact, members } = JSON.parse(row.details) as HirerDetails;
  return {
    id: row.hirer_id,
    name: row.name,
    category: row.category as Hirer["category"],
    language: row.language as Hirer["language"],
    contact,
    members,
    createdAt: row.created_at,
    revision: row.revision,
  };
}

export function hirerRow({ id, ...hirer }: HirerRecord): HirerRow {
  const { name, category, language, contact, members, createdAt, revision } = hirer;
  return {
    hirer_id: id,
    name,
    category,
    language,
    details: JSON.stringify({ contact, members } satisfies HirerDetails),
    revision,
    created_at: createdAt,
  };
}
