import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE } from "./exit-code.ts";

/** What to say of a file that could not be written; any other fault is given back as it is. */
export function newFileFault(path: string, error: unknown): unknown {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EEXIST") {
    return new CommandFault(
      EXIT_CODE.invalid,
      {
        cy: `Mae ${path} yno eisoes, ac fe'i gadawyd fel y mae. Rhowch enw arall.`,
        en: `${path} is there already, and was left as it is. Give another name.`,
      },
      { cause: error },
    );
  }
  if (typeof code !== "string" || !/^E(?:NOENT|ACCES|PERM|ROFS|NOSPC|ISDIR|NOTDIR)$/.test(code)) {
    return error;
  }
  return new CommandFault(
    EXIT_CODE.failed,
    {
      cy: `Ni ellir ysgrifennu ${path}: ${code}.`,
      en: `${path} can't be written: ${code}.`,
    },
    { cause: error },
  );
}
