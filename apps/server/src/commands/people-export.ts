import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { personSubject } from "../hirers/data-subject.ts";
import { exportHirer } from "../hirers/export-hirer.ts";
import { findPerson } from "../hirers/find-person.ts";
import type { PersonalKeepers } from "../plugins/personal-keepers.ts";
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
import { withKeepers } from "./with-keepers.ts";

/**
 * `neuadd people export`: writes what the server and its plugins hold of a hirer, or of a person where hirers name it, into
 * a new JSON file that its owner alone may read. Prints `exported <file>`; no name goes to the terminal.
 */
export async function peopleExport(
  terminal: Terminal,
  file: string,
  options: PeopleOptions,
): Promise<ExitCode> {
  const subject = peopleSubject(options);
  const path = resolve(terminal.directory, file);
  return withKeepers(terminal, options, async (services, keepers) => {
    const text = `${JSON.stringify(await heldOf(services, keepers, subject), null, 2)}\n`;
    try {
      await writeFile(path, text, { flag: "wx", mode: 0o600 });
    } catch (error) {
      throw newFileFault(path, error);
    }
    terminal.print(`exported ${path}`);
    return EXIT_CODE.done;
  });
}

async function heldOf(
  services: Services,
  keepers: PersonalKeepers,
  subject: PeopleSubject,
): Promise<object> {
  if ("hirer" in subject) return exportHirer(services, subject.hirer, keepers);
  const found = await findPerson(services, subject.email);
  if (found.length === 0) throw nobodyFound();
  const appearances: object[] = [];
  for (const appearance of found) {
    const person = await personSubject(services, appearance, subject.email);
    appearances.push({ ...appearance, plugins: await keepers.export(person) });
  }
  return { appearances };
}
