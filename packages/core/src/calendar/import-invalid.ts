import { CoreError, type Fault } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { summariseFaults } from "../summarise-faults.ts";

/** The error of an import: nothing was read, and these are all the reasons. */
export function importInvalid(
  what: Bilingual,
  faults: readonly Fault[],
): CoreError<"IMPORT_INVALID"> {
  const sentence = { cy: `Ni ellir darllen ${what.cy}`, en: `The ${what.en} can't be read` };
  return new CoreError("IMPORT_INVALID", summariseFaults(sentence, faults), { faults });
}
