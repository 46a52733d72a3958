import { importArchive as importIntoStore } from "../archive/import-archive.ts";
import { leaveOutPlugins } from "../archive/leave-out-plugins.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { readArchiveFile } from "./read-archive-file.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/** The end of the name of an archive of `neuadd export`: what tells it from a school's file. */
export const ARCHIVE_EXTENSION = ".jsonl";

export interface ImportArchiveOptions extends SettingOptions {
  /** Plugins whose part of the archive stays behind. */
  readonly without?: readonly string[];
}

/**
 * `neuadd import <archive>`: takes a whole school in with its bookings. Prints `moved <school> revision <n> bookings <n>`,
 * then `omitted <plugin> records <n>` for each plugin that is to be left out.
 */
export async function importArchive(
  terminal: Terminal,
  path: string,
  options: ImportArchiveOptions,
): Promise<ExitCode> {
  const { archive, omitted } = leaveOutPlugins(await readArchiveFile(path), options.without ?? []);
  return withServices(terminal, options, async ({ services }) => {
    const { school, revision, bookings, keptHirers } = await importIntoStore(services, archive);
    terminal.print(`moved ${school} revision ${revision} bookings ${bookings}`);
    for (const [plugin, count] of omitted) terminal.print(`omitted ${plugin} records ${count}`);
    if (omitted.size > 0) {
      terminal.tell({
        cy: "Yn yr archif yn unig y mae'r hyn a hepgorwyd: cadwch hi cyhyd ag y bo ei angen.",
        en: "What was left out is in the archive alone: keep it for as long as it is needed.",
      });
    }
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
