import { resolve } from "node:path";
import { removeSchool as removeFromStore } from "../archive/remove-school.ts";
import { CommandFault } from "./command-fault.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { readArchiveFile } from "./read-archive-file.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

export interface RemoveOptions extends SettingOptions {
  readonly yes?: boolean;
}

/**
 * `neuadd remove <archive>`: takes a school that has been moved out of the store that it came from, if it is still what its
 * archive says. It does nothing without `--yes`. Prints `removed <school> bookings <n>`.
 */
export async function removeSchool(
  terminal: Terminal,
  file: string,
  options: RemoveOptions,
): Promise<ExitCode> {
  const archive = await readArchiveFile(resolve(terminal.directory, file));
  const { school } = archive.school;
  const bookings = archive.of("booking").length;
  if (options.yes !== true) throw unconfirmed(school, bookings);
  return withServices(terminal, options, async ({ services }) => {
    await removeFromStore(services, archive);
    terminal.print(`removed ${school} bookings ${bookings}`);
    return EXIT_CODE.done;
  });
}

function unconfirmed(school: string, bookings: number): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Tynnid yr ysgol "${school}" oddi yma, gyda'i hallweddi a phob archeb (${bookings}). Gwnewch yn siŵr ei bod yn rhedeg yn y lle newydd, ac ychwanegwch --yes.`,
    en: `School "${school}" would be taken out of here, with its keys and all its bookings (${bookings}). Make sure that it runs at the new place, and add --yes.`,
  });
}
