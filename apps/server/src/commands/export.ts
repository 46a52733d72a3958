import { resolve } from "node:path";
import { writeArchive } from "../archive/write-archive.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { newFileFault } from "./new-file-fault.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/**
 * `neuadd export <school> <file>`: writes one whole school into a new archive, which `neuadd import` takes in elsewhere.
 * Prints `exported <school> <lines>`.
 */
export async function exportSchool(
  terminal: Terminal,
  school: string,
  file: string,
  options: SettingOptions,
): Promise<ExitCode> {
  const path = resolve(terminal.directory, file);
  return withServices(terminal, options, async ({ services }) => {
    let lines: number;
    try {
      lines = await writeArchive(services.store, school, path);
    } catch (error) {
      throw newFileFault(path, error);
    }
    terminal.print(`exported ${school} ${lines}`);
    terminal.tell({
      cy: "Mae enwau llogwyr yn yr archif, a'r hyn y mae ategion yn ei gadw, gan gynnwys cyfrinachau llofnodi: cadwch hi'n ddiogel. Os symud yr ysgol yr ydych, stopiwch y gweinydd hwn yn gyntaf: ni fydd yr hyn a archebir wedyn ynddi. Wedi ei derbyn yn y lle newydd, tynnwch hi oddi yma: neuadd remove.",
      en: "Hirers are named in the archive, and what plugins keep is in it, secrets for signing among the rest: keep it safe. If you are moving the school, stop this server first: what is booked from now on is not in it. Once it is taken in at the new place, take it out of here: neuadd remove.",
    });
    return EXIT_CODE.done;
  });
}
