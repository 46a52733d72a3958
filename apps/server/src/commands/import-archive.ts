import { importArchive as importIntoStore } from "../archive/import-archive.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { readArchiveFile } from "./read-archive-file.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/** The end of the name of an archive of `neuadd export`: what tells it from a school's file. */
export const ARCHIVE_EXTENSION = ".jsonl";

/** `neuadd import <archive>`: takes a whole school in with its bookings. Prints `moved <school> revision <n> bookings <n>`. */
export async function importArchive(
  terminal: Terminal,
  path: string,
  options: SettingOptions,
): Promise<ExitCode> {
  const archive = await readArchiveFile(path);
  return withServices(terminal, options, async ({ services }) => {
    const { school, revision, bookings, keptHirers } = await importIntoStore(services, archive);
    terminal.print(`moved ${school} revision ${revision} bookings ${bookings}`);
    if (keptHirers > 0) {
      terminal.tell({
        cy: `Nifer y llogwyr a oedd yma eisoes, ac a gadwyd fel y maent: ${keptHirers}.`,
        en: `Hirers who were here already, and were kept as they are: ${keptHirers}.`,
      });
    }
    terminal.tell({
      cy: "Nid yw allweddi mewn archif: gwnewch rai newydd ag neuadd keys create.",
      en: "Keys are not in an archive: make new ones with neuadd keys create.",
    });
    return EXIT_CODE.done;
  });
}
