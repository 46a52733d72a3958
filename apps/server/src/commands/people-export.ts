import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { exportHirer } from "../hirers/export-hirer.ts";
import { findPerson } from "../hirers/find-person.ts";
import type { Services } from "../services.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { newFileFault } from "./new-file-fault.ts";
import {
  nobodyFound,
  type PeopleOptions,
  peopleSubject,
  type PeopleSubject,
} from "./people-subject.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/**
 * `neuadd people export`: writes what the server holds of a hirer, or where a person stands in the records of hirers, into
 * a new JSON file that its owner alone may read. Prints `exported <file>`; no name goes to the terminal.
 */
export async function peopleExport(
  terminal: Terminal,
  file: string,
  options: PeopleOptions,
): Promise<ExitCode> {
  const subject = peopleSubject(options);
  const path = resolve(terminal.directory, file);
  return withServices(terminal, options, async ({ services }) => {
    const text = `${JSON.stringify(await heldOf(services, subject), null, 2)}\n`;
    try {
      await writeFile(path, text, { flag: "wx", mode: 0o600 });
    } catch (error) {
      throw newFileFault(path, error);
    }
    terminal.print(`exported ${path}`);
    terminal.tell({
      cy: "Nid yw'r hyn y mae ategion yn ei ddal yn eu tablau eu hunain ynddo: gweler dogfennau pob ategyn.",
      en: "What plugins hold in tables of their own is not in it: see the documents of each plugin.",
    });
    return EXIT_CODE.done;
  });
}

async function heldOf(services: Services, subject: PeopleSubject): Promise<object> {
  if ("hirer" in subject) return exportHirer(services, subject.hirer);
  const appearances = await findPerson(services, subject.email);
  if (appearances.length === 0) throw nobodyFound();
  return { appearances };
}
