import type { DataSubject } from "@neuadd/plugin-kit";
import { keptRecords } from "../plugins/kept-records.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
import type { Terminal } from "./terminal.ts";

/** Says what plugins have not erased of a subject, how much, why and for how long: a line for each table. */
export async function tellKept(
  terminal: Terminal,
  keepers: PersonalKeepers,
  subject: DataSubject,
): Promise<void> {
  const kept = await keptRecords(keepers, subject);
  for (const { table, count, what, reason, financialYears } of kept) {
    terminal.tell({
      cy: `Cedwir o hyd yn ${table} (${count}): ${what.cy} ${reason.cy} Blynyddoedd ariannol cyfan, cyn ei ddileu: ${financialYears}.`,
      en: `Still kept in ${table} (${count}): ${what.en} ${reason.en} Whole financial years before it is erased: ${financialYears}.`,
    });
  }
}
