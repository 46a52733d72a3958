import type { Fault } from "../errors.ts";
import { frozenCopy } from "../frozen-copy.ts";
import type { Bilingual, Language } from "../language/bilingual.ts";
import { schemaFaults } from "../schema-faults.ts";
import type { LocalDate } from "../time/local-date.ts";
import { BANK_HOLIDAY_NAMES, substituteDayName } from "./bank-holiday-names.ts";
import { BankHolidayDivisionSchema, type BankHolidayEvent } from "./bank-holidays-json-schema.ts";
import { importInvalid } from "./import-invalid.ts";
import type { CalendarLayer } from "./school-calendar.ts";

export interface BankHolidayImportOptions {
  /** The parsed Welsh twin, `/gwyliau-banc.json`: it names days that are not among the eight of every year. */
  readonly welsh?: unknown;
  /** Default: GOV.UK's page. */
  readonly source?: string;
  /** Such as the day of the download. */
  readonly version?: string;
}

/**
 * Reads the bank holidays of England and Wales from GOV.UK's file (`/bank-holidays.json`, parsed),
 * either whole or the one division, as the national layer of a calendar. Days are the observed ones;
 * those noted as substitute days are named so in both languages.
 *
 * The Welsh names of the eight yearly holidays are known. A day of another title, such as a
 * coronation, takes its Welsh name from the same date of the Welsh twin; without one it is a fault,
 * since a name in one language only would not do.
 *
 * Throws IMPORT_INVALID with all faults, and reads nothing by halves. Faults of the twin have paths
 * that begin with `/welsh`.
 *
 * @example
 * ```ts
 * import { importBankHolidays } from "@neuadd/core";
 * const events = [{ title: "Boxing Day", date: "2026-12-28", notes: "Substitute day", bunting: true }];
 * const layer = importBankHolidays({ "england-and-wales": { division: "england-and-wales", events } });
 * layer.entries?.[0]?.name; //=> { cy: "Gŵyl San Steffan (diwrnod yn lle)", en: "Boxing Day (substitute day)" }
 * ```
 */
export function importBankHolidays(
  json: unknown,
  options: BankHolidayImportOptions = {},
): CalendarLayer {
  const english = readDivision(json, "en", "");
  const welsh =
    options.welsh === undefined ? undefined : readDivision(options.welsh, "cy", "/welsh");
  const shapeFaults = [...english.faults, ...(welsh?.faults ?? [])];
  if (shapeFaults.length > 0) throw importInvalid(BANK_HOLIDAYS, shapeFaults);

  const welshByDate = new Map(welsh?.events.map((event) => [event.date, event.title]));
  const names = english.events.map((event) => nameOf(event, welshByDate));
  const faults = [
    ...repeatedDateFaults(english),
    ...names.flatMap((name, index): Fault[] => {
      if (name) return [];
      const message = {
        cy: `Nid oes enw Cymraeg hysbys i "${english.events[index]?.title}"; rhowch ffeil Gymraeg GOV.UK hefyd.`,
        en: `No Welsh name is known for "${english.events[index]?.title}"; pass GOV.UK's Welsh file as well.`,
      };
      return [{ path: `${english.path}/events/${index}/title`, message }];
    }),
  ];
  if (faults.length > 0) throw importInvalid(BANK_HOLIDAYS, faults);

  return frozenCopy({
    id: "bank-holidays-england-and-wales",
    scope: "national",
    source: options.source ?? "https://www.gov.uk/bank-holidays",
    ...(options.version !== undefined && { version: options.version }),
    entries: english.events.map(({ date }, index) => ({
      kind: "bankHoliday" as const,
      first: date,
      last: date,
      ...(names[index] && { name: names[index] }),
    })),
  });
}

const BANK_HOLIDAYS: Bilingual = { cy: "y ffeil o wyliau banc", en: "file of bank holidays" };

interface Division {
  readonly path: string;
  readonly events: readonly BankHolidayEvent[];
  readonly faults: readonly Fault[];
}

const DIVISION_KEYS: Readonly<Record<Language, string>> = {
  en: "england-and-wales",
  cy: "cymru-a-lloegr",
};

function readDivision(json: unknown, language: Language, prefix: string): Division {
  const key = DIVISION_KEYS[language];
  const isWhole = typeof json === "object" && json !== null && key in json;
  const path = isWhole ? `${prefix}/${key}` : prefix;
  const division: unknown = isWhole ? Reflect.get(json, key) : json;
  const read = BankHolidayDivisionSchema.safeParse(division, { reportInput: true });
  if (read.success) return { path, events: read.data.events, faults: [] };
  const hint = {
    path: prefix,
    message: {
      cy: `Nid oes yma "${key}" na rhestr o ddigwyddiadau (events).`,
      en: `There is neither "${key}" nor a list of events.`,
    },
  };
  const isDivision = isWhole || (typeof json === "object" && json !== null && "events" in json);
  return { path, events: [], faults: isDivision ? schemaFaults(read.error, path) : [hint] };
}

function repeatedDateFaults({ events, path }: Division): Fault[] {
  const dates = new Set<LocalDate>();
  return events.flatMap(({ date }, index) => {
    if (!dates.has(date)) {
      dates.add(date);
      return [];
    }
    return [
      {
        path: `${path}/events/${index}/date`,
        message: {
          cy: `Rhoddwyd y dyddiad ${date} ddwywaith.`,
          en: `The date ${date} is given twice.`,
        },
      },
    ];
  });
}

function nameOf(
  { title, date, notes }: BankHolidayEvent,
  welshByDate: ReadonlyMap<LocalDate, string>,
): Bilingual | undefined {
  const welshTitle = welshByDate.get(date);
  const known = Object.values(BANK_HOLIDAY_NAMES).find(({ en }) => isSameTitle(en, title));
  const name = known ?? (welshTitle === undefined ? undefined : { cy: welshTitle, en: title });
  return name && /substitute/i.test(notes ?? "") ? substituteDayName(name) : name;
}

/** GOV.UK has written "New Year's Day" with either apostrophe, and "bank holiday" with capitals. */
function isSameTitle(one: string, other: string): boolean {
  const plain = (title: string) => title.replaceAll("’", "'").toLowerCase();
  return plain(one) === plain(other);
}
