import { readFile } from "node:fs/promises";
import { parseArchive, type SchoolArchive } from "../archive/parse-archive.ts";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE } from "./exit-code.ts";
import { unreadableReason } from "./unreadable-reason.ts";

/** A school's archive from its file. Throws CommandFault for what can't be read, ArchiveError for what is no whole archive. */
export async function readArchiveFile(path: string): Promise<SchoolArchive> {
  return parseArchive(await readText(path));
}

async function readText(path: string): Promise<string> {
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
