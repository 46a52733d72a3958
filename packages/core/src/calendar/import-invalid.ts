import { CoreError, type Fault } from "../errors.ts";

/** The error of an import: nothing was read, and these are all the reasons. */
export function importInvalid(what: string, faults: readonly Fault[]): CoreError<"IMPORT_INVALID"> {
  const first = faults[0];
  const count = `${faults.length} ${faults.length === 1 ? "fault" : "faults"}`;
  return new CoreError(
    "IMPORT_INVALID",
    `The ${what} can't be read: ${count}, first at ${first?.path || "the top"}: ${first?.message}`,
    { faults },
  );
}
