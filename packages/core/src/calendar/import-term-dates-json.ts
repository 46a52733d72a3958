import { frozenCopy } from "../frozen-copy.ts";
import { schemaFaults } from "../schema-faults.ts";
import { importInvalid } from "./import-invalid.ts";
import type { SchoolYear } from "./school-calendar.ts";
import { schoolYearsFaults } from "./school-year-faults.ts";
import { TermDatesJsonSchema } from "./term-dates-json-schema.ts";

/**
 * Reads term dates from parsed JSON of the shape `{ "years": [{ "id": "2026/27", "terms": […] }] }`,
 * with terms as in `SchoolYear`. The answer is the `years` of a calendar layer.
 *
 * Throws IMPORT_INVALID with all faults, and reads nothing by halves: unknown keys, dates that do not
 * exist, and whatever `checkCalendar` refuses in terms. An empty list of years is a fault too.
 */
export function importTermDatesJson(json: unknown): readonly SchoolYear[] {
  const read = TermDatesJsonSchema.safeParse(json, { reportInput: true });
  const faults = read.success
    ? schoolYearsFaults(read.data.years, "/years")
    : schemaFaults(read.error);
  if (!read.success || faults.length > 0) throw importInvalid(TERM_DATES, faults);
  return frozenCopy(read.data.years);
}

const TERM_DATES = { cy: "y ffeil o ddyddiadau tymhorau", en: "file of term dates" };
