import { readFile } from "node:fs/promises";
import { importArchive as importIntoStore } from "../archive/import-archive.ts";
import { parseArchive } from "../archive/parse-archive.ts";
import { CommandFault } from "./command-fault.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { unreadableReason } from "./unreadable-reason.ts";
import { withServices } from "./with-services.ts";

/** The end of the name of an archive of `neuadd export`: what tells it from a school's file. */
export const ARCHIVE_EXTENSION = ".jsonl";

/** `neuadd import <archive>`: takes a whole school in with its bookings. Prints `moved <school> revision <n> bookings <n>`. */
export async function importArchive(
  terminal: Terminal,
  path: string,
  options: SettingOptions,
): Promise<ExitCode> {
  const archive = parseArchive(await readArchive(path));
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

async function readArchive(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const { cy, en } = unreadableReason(cause);
    throw new CommandFault(
      EXIT_CODE.invalid,
      { cy: `Ni ellir darllen ${path}: ${cy}.`, en: `${path} can't be read: ${en}.` },
      { cause },
    );
  }
}
