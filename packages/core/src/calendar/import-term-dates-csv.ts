import type { Fault } from "../errors.ts";
import { frozenCopy } from "../frozen-copy.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { importInvalid } from "./import-invalid.ts";
import { readCsv, type CsvRecord } from "./read-csv.ts";
import type { SchoolYear, Term } from "./school-calendar.ts";
import { schoolYearsFaults } from "./school-year-faults.ts";
import { AUTUMN_TERM, SPRING_TERM, SUMMER_TERM } from "./term-names.ts";

/** The columns of a file of term dates, all needed, in any order. */
export const TERM_DATES_COLUMNS = [
  "school_year",
  "term",
  "name_cy",
  "name_en",
  "first",
  "last",
  "half_term_first",
  "half_term_last",
] as const;
type Column = (typeof TERM_DATES_COLUMNS)[number];

const TERMS: ReadonlyMap<string, Bilingual> = new Map([
  ["autumn", AUTUMN_TERM],
  ["spring", SPRING_TERM],
  ["summer", SUMMER_TERM],
]);
const TERM_ORDER = [...TERMS.keys()];

/** As much as fifty school years take up many times over. */
const TEXT_LIMIT = 200_000;

/**
 * Reads term dates from comma-separated text with a header row (see {@link TERM_DATES_COLUMNS}). A
 * row is a term: `school_year` as 2026/27, `term` as autumn, spring or summer, dates as 2026-09-08
 * and inclusive. Both names may be left blank for the usual ones, both half-term dates for a term
 * without a half term. Rows may come in any order; quoted fields, CRLF and a byte order mark are
 * fine. The answer is the `years` of a calendar layer, in order.
 *
 * Throws IMPORT_INVALID with all faults, and reads nothing by halves. Paths are such as
 * `/rows/2/half_term_first`, rows counted as a spreadsheet does: the header is row 1.
 *
 * @example
 * ```ts
 * import { importTermDatesCsv } from "@neuadd/core";
 * const years = importTermDatesCsv(
 *   "school_year,term,name_cy,name_en,first,last,half_term_first,half_term_last\n" +
 *     "2026/27,autumn,,,2026-09-01,2026-12-18,2026-10-26,2026-10-30\n",
 * );
 * years[0]?.terms[0]?.name.cy; //=> "Tymor yr Hydref"
 * ```
 */
export function importTermDatesCsv(text: string): readonly SchoolYear[] {
  const table = readTable(text);
  const rows = table.records.map((record) => readRow(record, table.columns));
  const repeated = repeatedTermFaults(rows);
  // Rows that can't be read have no say in what contradicts what.
  const readable = rows.filter((row) => row.faults.length === 0 && !repeated.has(row));
  const years = groupByYear(readable);
  const contradictions = schoolYearsFaults(years.map(toSchoolYear), "").map(
    ({ path, message }) => ({
      path: rowPath(path, years),
      message,
    }),
  );
  const faults = [...rows.flatMap((row) => row.faults), ...repeated.values(), ...contradictions];
  if (faults.length > 0) throw importInvalid(TERM_DATES, faults);
  return frozenCopy(years.map(toSchoolYear));
}

const TERM_DATES: Bilingual = { cy: "y tabl o ddyddiadau tymhorau", en: "table of term dates" };

interface TermRow {
  readonly row: number;
  readonly year: string;
  readonly termKey: string;
  readonly term: Term;
  readonly faults: readonly Fault[];
}

interface YearRows {
  readonly id: string;
  readonly rows: readonly TermRow[];
}

/** The records below the header, and where the header puts each column. Faults here make the rest moot. */
function readTable(text: string): {
  records: readonly CsvRecord[];
  columns: ReadonlyMap<string, number>;
} {
  if (text.length > TEXT_LIMIT) {
    const message = {
      cy: `Hyd y testun yw ${text.length} nod; caiff fod yn ${TEXT_LIMIT}.`,
      en: `The text has ${text.length} characters; it may have ${TEXT_LIMIT}.`,
    };
    throw importInvalid(TERM_DATES, [{ path: "", message }]);
  }
  const reading = readCsv(text);
  if ("problem" in reading) {
    const fault = { path: `/rows/${reading.row}`, message: reading.problem };
    throw importInvalid(TERM_DATES, [fault]);
  }
  const [header, ...records] = reading.records;
  const names = header?.fields ?? [];
  const faults: Fault[] = [
    ...TERM_DATES_COLUMNS.filter((column) => !names.includes(column)).map((column) => ({
      path: "/rows/1",
      message: {
        cy: `Mae'r golofn ${column} ar goll o'r pennawd.`,
        en: `The column ${column} is missing from the header.`,
      },
    })),
    ...names
      .filter((name, index) => !isColumn(name) || names.indexOf(name) !== index)
      .map((name) => ({
        path: "/rows/1",
        message: {
          cy: `Mae'r golofn "${name}" yn anhysbys neu wedi'i rhoi ddwywaith.`,
          en: `The column "${name}" is unknown or given twice.`,
        },
      })),
  ];
  if (faults.length === 0 && records.length === 0) {
    faults.push({
      path: "/rows",
      message: {
        cy: "Nid oes tymhorau o dan y pennawd.",
        en: "There are no terms below the header.",
      },
    });
  }
  if (faults.length > 0) throw importInvalid(TERM_DATES, faults);
  return { records, columns: new Map(names.map((name, index) => [name, index])) };
}

function isColumn(name: string): name is Column {
  return TERM_DATES_COLUMNS.some((column) => column === name);
}

function readRow({ row, fields }: CsvRecord, columns: ReadonlyMap<string, number>): TermRow {
  const field = (column: Column) => fields[columns.get(column) ?? -1] ?? "";
  const faults: Fault[] = [];
  const fault = (column: Column, message: Bilingual) =>
    faults.push({ path: `/rows/${row}/${column}`, message });

  if (fields.length > columns.size) {
    const message = {
      cy: `Nifer y meysydd yn y rhes yw ${fields.length}, ac yn y pennawd ${columns.size}.`,
      en: `The row has ${fields.length} fields, the header ${columns.size}.`,
    };
    faults.push({ path: `/rows/${row}`, message });
  }
  const termKey = field("term").toLowerCase();
  const usualName = TERMS.get(termKey);
  if (!usualName) {
    fault("term", {
      cy: `Nid yw "${field("term")}" yn dymor; ysgrifennwch autumn, spring neu summer.`,
      en: `"${field("term")}" is no term; write autumn, spring or summer.`,
    });
  }
  const given = { cy: field("name_cy"), en: field("name_en") };
  if ((given.cy === "") !== (given.en === "")) {
    fault(given.cy === "" ? "name_cy" : "name_en", {
      cy: "Rhowch yr enw yn y ddwy iaith neu yn y naill na'r llall.",
      en: "Give the name in both languages or in neither.",
    });
  }
  const halfTerm = { first: field("half_term_first"), last: field("half_term_last") };
  if ((halfTerm.first === "") !== (halfTerm.last === "")) {
    const missing = halfTerm.first === "" ? "half_term_first" : "half_term_last";
    fault(missing, {
      cy: "Rhowch ddau ddyddiad yr hanner tymor, neu'r naill na'r llall.",
      en: "Give both dates of the half term or neither.",
    });
  }
  const term: Term = {
    name: given.cy === "" && usualName ? usualName : given,
    first: field("first"),
    last: field("last"),
    ...(halfTerm.first !== "" && { halfTerm }),
  };
  return { row, year: field("school_year"), termKey, term, faults };
}

/** The rows that give a term a second time, each with its fault. */
function repeatedTermFaults(rows: readonly TermRow[]): ReadonlyMap<TermRow, Fault> {
  const firstRows = new Map<string, number>();
  const faults = new Map<TermRow, Fault>();
  for (const termRow of rows) {
    const { row, year, termKey } = termRow;
    const key = `${year} ${termKey}`;
    const firstRow = firstRows.get(key);
    if (firstRow === undefined) firstRows.set(key, row);
    else {
      const message = {
        cy: `Mae tymor ${termKey} ${year} yn rhes ${firstRow} eisoes.`,
        en: `The ${termKey} term of ${year} is in row ${firstRow} already.`,
      };
      faults.set(termRow, { path: `/rows/${row}/term`, message });
    }
  }
  return faults;
}

function groupByYear(rows: readonly TermRow[]): YearRows[] {
  return [...new Set(rows.map(({ year }) => year))].toSorted().map((id) => ({
    id,
    rows: rows
      .filter(({ year }) => year === id)
      .toSorted(
        (one, other) => TERM_ORDER.indexOf(one.termKey) - TERM_ORDER.indexOf(other.termKey),
      ),
  }));
}

function toSchoolYear({ id, rows }: YearRows): SchoolYear {
  return { id, terms: rows.map(({ term }) => term) };
}

/** `/0/terms/1/halfTerm/first` points to a column of the row that the term came from. */
function rowPath(path: string, years: readonly YearRows[]): string {
  const [, yearIndex, step, termIndex, ...rest] = path.split("/");
  const rows = years[Number(yearIndex)]?.rows ?? [];
  if (step !== "terms") return `/rows/${rows[0]?.row}/school_year`;
  const column = rest
    .join("_")
    .replace("halfTerm", "half_term")
    .replace(/^half_term$/, "half_term_first");
  return `/rows/${rows[Number(termIndex)]?.row}${column === "" ? "" : `/${column}`}`;
}
