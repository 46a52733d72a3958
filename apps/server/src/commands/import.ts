import { extname, resolve } from "node:path";
import type { Bilingual } from "@neuadd/core";
import type { AffectedOccurrence } from "../ledger/affected-occurrences.ts";
import { importSchool as importIntoLedger } from "../ledger/import-school.ts";
import { parseSchoolImport } from "../ledger/parse-school-import.ts";
import { weekMessages } from "../web/messages/week-messages.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import { ARCHIVE_EXTENSION, importArchive, type ImportArchiveOptions } from "./import-archive.ts";
import { readSchoolFile } from "./read-school-file.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/**
 * `neuadd import`: takes a school in from its file, or changes it to what the file says. Prints
 * `created`, `updated` or `unchanged` with the school and its revision, then a line for each booked date
 * that the change affects. A file with faults changes nothing, and all its faults are told. An archive of
 * `neuadd export`, told by its name, is taken in whole, or without what some plugins keep (`--without`).
 */
export async function importSchool(
  terminal: Terminal,
  file: string,
  options: ImportArchiveOptions,
): Promise<ExitCode> {
  const path = resolve(terminal.directory, file);
  if (extname(path).toLowerCase() === ARCHIVE_EXTENSION) {
    return importArchive(terminal, path, options);
  }
  if (options.without !== undefined) throw noArchive(file);
  const definition = await readSchoolFile(path);
  // Before anything is opened, so that a bad file does not so much as make a database.
  parseSchoolImport(definition);
  return withServices(terminal, options, async ({ services }) => {
    const result = await importIntoLedger(services, "system", definition);
    const { school, created, changed, revision, affected } = result;
    const outcome = created ? "created" : changed ? "updated" : "unchanged";
    terminal.print(`${outcome} ${school} revision ${revision}`);
    for (const occurrence of affected) terminal.print(sayAffected(occurrence, terminal.language));
    if (affected.length > 0) terminal.tell(adviceOn(affected.length));
    return EXIT_CODE.done;
  });
}

function noArchive(file: string): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Dim ond archif (${ARCHIVE_EXTENSION}) y gellir hepgor rhywbeth ohoni, ac nid un yw ${file}: gadewch --without allan. Ni newidiwyd dim.`,
    en: `Only of an archive (${ARCHIVE_EXTENSION}) can something be left out, and ${file} is none: do without --without. Nothing was changed.`,
  });
}

function sayAffected(occurrence: AffectedOccurrence, language: keyof Bilingual): string {
  const { booking, date, space, before, after, hours } = occurrence;
  const { kinds } = weekMessages[language];
  const parts = [`affected ${booking} ${date} ${space}`];
  if (before.kind !== after.kind) parts.push(`${kinds[before.kind]} → ${kinds[after.kind]}`);
  if (hours) parts.push(`${sayHours(hours.before)} → ${sayHours(hours.after)}`);
  return parts.join("; ");
}

function sayHours(intervals: readonly { readonly start: string; readonly end: string }[]): string {
  return intervals.map(({ start, end }) => `${start}–${end}`).join(", ") || "–";
}

function adviceOn(count: number): Bilingual {
  return {
    en: `The change affects ${count} booked ${count === 1 ? "date" : "dates"}, and altered none: cancel or amend those that can't stay.`,
    cy: `Nifer y dyddiadau archebedig y mae'r newid yn effeithio arnynt: ${count}. Ni newidiwyd yr un ohonynt: canslwch neu diwygiwch y rhai na allant aros.`,
  };
}
