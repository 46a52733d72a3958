import type { Bilingual } from "../language/bilingual.ts";

/** One record of a CSV text. */
export interface CsvRecord {
  /** Counted from 1, the header included and blank records too, as a spreadsheet shows them. */
  readonly row: number;
  readonly fields: readonly string[];
}

/** The records, or what is wrong with the text. */
export type CsvReading =
  | { readonly records: readonly CsvRecord[] }
  | { readonly row: number; readonly problem: Bilingual };

/**
 * Reads comma-separated text as RFC 4180 has it: fields in double quotes may hold commas, line
 * breaks and doubled quotes; lines end in CRLF or LF. A byte order mark, as spreadsheets write it,
 * is dropped. Fields lose the blanks around them, records that are wholly blank are left out.
 */
export function readCsv(text: string): CsvReading {
  // Sticky: each match starts exactly where the one before ended, so that nothing is skipped over.
  const field = /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(,|\n|$)|([^",\n]*)(,|\n|$)/y;
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let row = 1;
  let ended = source === "";
  while (!ended) {
    const match = field.exec(source);
    if (!match) return { row, problem: STRAY_QUOTE };
    const [, quoted, afterQuoted, plain = "", afterPlain] = match;
    fields.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    const separator = afterQuoted ?? afterPlain;
    if (separator === ",") continue;
    if (fields.some((value) => value !== "")) records.push({ row, fields });
    fields = [];
    row += 1;
    ended = separator === "" || field.lastIndex === source.length;
  }
  return { records };
}

const STRAY_QUOTE: Bilingual = {
  cy: "Mae dyfynnod dwbl lle na chaiff fod, neu heb ei gau.",
  en: "A double quote stands where none may, or is not closed.",
};
