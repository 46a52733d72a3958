import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Bilingual } from "@neuadd/core";
import { LineCounter, parseAllDocuments } from "yaml";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE } from "./exit-code.ts";
import { unreadableReason } from "./unreadable-reason.ts";

const LARGEST_FILE_BYTES = 2_000_000;
/** How often a document may repeat what it has named: a small file can't unfold into a huge one. */
const MOST_ALIASES = 1000;

/**
 * Reads a school's file: JSON (`.json`) or YAML 1.2 (`.yaml`, `.yml`), at most 2 MB, one document, no key
 * twice.
 *
 * @throws CommandFault that says what is wrong, and in which line
 */
export async function readSchoolFile(path: string): Promise<unknown> {
  const extension = extname(path).toLowerCase();
  if (extension === ".json") return parseJson(path, await readText(path));
  if (extension === ".yaml" || extension === ".yml") return parseYaml(path, await readText(path));
  throw fault({
    en: `${path} is neither JSON nor YAML by its name. Name it .json, .yaml or .yml.`,
    cy: `Nid yw ${path} yn JSON nac yn YAML yn ôl ei enw. Enwch ef yn .json, .yaml neu .yml.`,
  });
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE_BYTES) {
      throw fault({
        en: `${path} has ${size} bytes, more than the ${LARGEST_FILE_BYTES} that are read. Is it a school's file?`,
        cy: `Mae gan ${path} ${size} beit, mwy na'r ${LARGEST_FILE_BYTES} a ddarllenir. Ai ffeil ysgol yw hi?`,
      });
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    const { cy, en } = unreadableReason(error);
    throw fault({
      en: `${path} can't be read: ${en}.`,
      cy: `Ni ellir darllen ${path}: ${cy}.`,
    });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notParsed(path, error instanceof Error ? error.message : String(error));
  }
}

function parseYaml(path: string, text: string): unknown {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: true, uniqueKeys: true });
  const [document, another] = documents;
  if (document === undefined || another !== undefined) {
    throw fault({
      en: `${path} must hold one YAML document, not ${documents.length}.`,
      cy: `Rhaid i ${path} gynnwys un ddogfen YAML, nid ${documents.length}.`,
    });
  }
  const [error] = document.errors;
  if (error) throw notParsed(path, error.message);
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (aliases) {
    throw notParsed(path, aliases instanceof Error ? aliases.message : String(aliases));
  }
}

function notParsed(path: string, reason: string): CommandFault {
  return fault({
    en: `${path} can't be parsed; nothing was changed: ${reason}`,
    cy: `Ni ellir dosrannu ${path}; ni newidiwyd dim: ${reason}`,
  });
}

function fault(sentence: Bilingual): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, sentence);
}
