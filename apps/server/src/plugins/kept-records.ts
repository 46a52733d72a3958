import type { Bilingual } from "@neuadd/core";
import type { DataSubject } from "@neuadd/plugin-kit";
import type { PersonalKeepers } from "./personal-keepers.ts";

/** What a plugin does not erase of a subject, in one of its tables. */
export interface KeptRecords {
  readonly plugin: string;
  readonly table: string;
  readonly count: number;
  readonly what: Bilingual;
  readonly reason: Bilingual;
  /** Whole financial years, after the one that a record is of, for which it is kept. */
  readonly financialYears: number;
}

/** What is left of a subject once it is erased, and why. */
export async function keptRecords(
  keepers: PersonalKeepers,
  subject: DataSubject,
): Promise<KeptRecords[]> {
  const held = await keepers.export(subject);
  return Object.entries(held).flatMap(([plugin, records]) =>
    (keepers.holds.get(plugin) ?? []).flatMap(({ table, what, kept }) => {
      const count = records.filter((record) => record.table === table).length;
      return kept === undefined || count === 0 ? [] : [{ plugin, table, count, what, ...kept }];
    }),
  );
}
