import { createHash } from "node:crypto";
import type { Bilingual } from "@neuadd/core";
import { ArchiveError } from "./archive-error.ts";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  ArchiveLineSchema,
  type ArchiveLine,
  type ArchiveLineKind,
  type ArchiveLineOf,
} from "./archive-line-schema.ts";

/** A school as an archive holds it. */
export interface SchoolArchive {
  readonly school: ArchiveLineOf<"school">;
  /** The lines of one kind, in their order. */
  of<Kind extends ArchiveLineKind>(kind: Kind): readonly ArchiveLineOf<Kind>[];
}

const MOST_FAULTS = 20;

/**
 * Reads the text of an archive: every line is checked, and that none is missing or altered. Whether the ledger is sound
 * is looked at when it is taken in.
 *
 * Throws ArchiveError ARCHIVE_INVALID with all that is wrong, at most twenty lines of it.
 */
export function parseArchive(text: string): SchoolArchive {
  const texts = text.split("\n");
  if (texts.pop() !== "") throw invalid([WHOLE]);
  const lines: ArchiveLine[] = [];
  const faults: Bilingual[] = [];
  for (const [index, line] of texts.entries()) {
    const parsed = parseLine(line, index + 1);
    if ("kind" in parsed) lines.push(parsed);
    else faults.push(parsed);
    if (faults.length === MOST_FAULTS) break;
  }
  if (faults.length > 0) throw invalid(faults);
  const school = lines[0];
  const end = lines.at(-1);
  if (school?.kind !== "school") throw invalid([NO_ARCHIVE]);
  if (end?.kind !== "end" || end.lines !== lines.length - 1) throw invalid([WHOLE]);
  const body = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
  if (createHash("sha256").update(body).digest("hex") !== end.sha256) throw invalid([ALTERED]);
  return {
    school,
    of: <Kind extends ArchiveLineKind>(kind: Kind) =>
      lines.filter((line): line is ArchiveLineOf<Kind> => line.kind === kind),
  };
}

function parseLine(text: string, number: number): ArchiveLine | Bilingual {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      cy: `Llinell ${number}: nid JSON mohoni.`,
      en: `Line ${number}: it is not JSON.`,
    };
  }
  const result = ArchiveLineSchema.safeParse(value);
  if (result.success) return result.data;
  if (number === 1) return NO_ARCHIVE;
  const [issue] = result.error.issues;
  const place = `/${(issue?.path ?? []).join("/")}`;
  return {
    cy: `Llinell ${number}, ${place}: nid yw o'r ffurf a ddisgwylir.`,
    en: `Line ${number}, ${place}: it is not of the form expected.`,
  };
}

const NO_ARCHIVE: Bilingual = {
  cy: `Nid yw'r llinell gyntaf yn dweud mai archif ysgol ydyw ("${ARCHIVE_FORMAT}", fersiwn ${ARCHIVE_VERSION}). Daw archif o neuadd export, gan weinydd nad yw'n hŷn na hwn nac yn rhy newydd iddo.`,
  en: `The first line does not say that it is the archive of a school ("${ARCHIVE_FORMAT}", version ${ARCHIVE_VERSION}). An archive comes from neuadd export, of a server that is not too new for this one.`,
};

const WHOLE: Bilingual = {
  cy: "Nid yw'r archif yn gyfan: mae llinellau ar goll ar y diwedd. Gwnewch yr allforio eto.",
  en: "The archive is not whole: lines are missing at the end. Export again.",
};

const ALTERED: Bilingual = {
  cy: "Newidiwyd yr archif ar ôl ei hysgrifennu: nid yw ei chrynodeb (sha256) yn cyfateb.",
  en: "The archive was altered after it was written: its digest (sha256) does not match.",
};

function invalid(details: readonly Bilingual[]): ArchiveError {
  return new ArchiveError(
    "ARCHIVE_INVALID",
    {
      cy: "Ni ellir derbyn yr archif; ni newidiwyd dim.",
      en: "The archive can't be taken in; nothing was changed.",
    },
    { details },
  );
}
