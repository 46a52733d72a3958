import { describe, expect, it } from "vitest";
import { freeIntervals } from "./availability/free-intervals.ts";
import { slots } from "./availability/slots.ts";
import { seriesTransition } from "./booking/series-status.ts";
import { requestDates } from "./booking/request-dates.ts";
import { checkCalendar } from "./calendar/check-calendar.ts";
import { importBankHolidays } from "./calendar/import-bank-holidays.ts";
import { importTermDatesCsv } from "./calendar/import-term-dates-csv.ts";
import { importTermDatesJson } from "./calendar/import-term-dates-json.ts";
import { CORE_ERRORS, CoreError, type CoreErrorCode } from "./errors.ts";
import type { Bilingual } from "./language/bilingual.ts";
import { capacityOf, growSpaceTree, spaceOf } from "./premises/space-tree.ts";
import { expandRecurrence } from "./recurrence/expand-recurrence.ts";
import { parseRecurrenceRule } from "./recurrence/parse-recurrence-rule.ts";
import { dayNumber } from "./time/local-date.ts";
import { minutesOfDay } from "./time/local-time.ts";
import { mergeIntervals } from "./time/interval.ts";
import { assertZone } from "./time/zone-name.ts";

const hall = {
  id: "hall",
  name: { cy: "Neuadd", en: "Hall" },
  kind: "sportsHall",
  capacity: 100,
} as const;
const site = { id: "site", name: { cy: "Safle", en: "Site" }, spaces: [hall] };
const tree = growSpaceTree([site]);

const THROWERS: Readonly<Record<CoreErrorCode, () => unknown>> = {
  RECURRENCE_INVALID: () => parseRecurrenceRule("EVERY TUESDAY"),
  RECURRENCE_UNSUPPORTED: () => parseRecurrenceRule("FREQ=HOURLY"),
  RECURRENCE_UNBOUNDED: () =>
    expandRecurrence(parseRecurrenceRule("FREQ=WEEKLY"), "2026-09-08", {}),
  LOCAL_DATE_INVALID: () => dayNumber("8/9/2026"),
  LOCAL_TIME_INVALID: () => minutesOfDay("six"),
  ZONE_UNKNOWN: () => {
    assertZone("Europe/Abertawe");
  },
  INTERVAL_INVALID: () => mergeIntervals([{ start: 1, end: 1 }]),
  PREMISES_INVALID: () =>
    growSpaceTree([
      {
        ...site,
        name: { cy: "", en: " " },
        terms: { minimumMinutes: 0, noticeHours: -1 },
        spaces: [hall, { ...hall, parent: "nowhere", capacity: 0 }],
      },
    ]),
  SPACE_UNKNOWN: () => spaceOf(tree, "attic"),
  LAYOUT_UNKNOWN: () => capacityOf(spaceOf(tree, "hall"), "stars"),
  CALENDAR_INVALID: () => {
    checkCalendar({
      layers: [
        {
          id: "school",
          scope: "school",
          source: "test",
          years: [{ id: "2026/29", terms: [] }],
          entries: [{ kind: "closure", first: "2026-09-09", last: "2026-09-08" }],
        },
        { id: "school", scope: "national", source: "test" },
      ],
    });
  },
  IMPORT_INVALID: () => importTermDatesCsv("school_year,term,term\n"),
  REQUEST_INVALID: () =>
    requestDates("2026-09-08", { rule: "FREQ=DAILY", count: 401 }, { layers: [] }),
  TRANSITION_REFUSED: () => seriesTransition("expired", "approve"),
};

describe("CoreError", () => {
  it.each(Object.entries(THROWERS))("says %s and all its faults in both languages", (code, act) => {
    const error = thrownBy(act);
    expect(error.code).toBe(code);
    expect(error.message).toBe(error.sentence.en);
    for (const said of [error.sentence, ...error.faults.map(({ message }) => message)]) {
      expect(isInBoth(said)).toBe(true);
    }
  });

  it.each(Object.entries(CORE_ERRORS))(
    "tells what %s means in both languages",
    (_code, meaning) => {
      expect(isInBoth(meaning)).toBe(true);
    },
  );

  it.each([
    ["a window", () => freeIntervals({ ...facts(), space: "hall" }, { start: 2, end: 1 })],
    ["a length", () => slots([], 0, 15)],
    ["term dates of another type", () => importTermDatesJson({ years: [{ id: 1, more: 2 }] })],
    ["bank holidays that are none", () => importBankHolidays([])],
  ])("says what is wrong with %s in both languages", (_case, act) => {
    const error = thrownBy(act);
    for (const said of [error.sentence, ...error.faults.map(({ message }) => message)]) {
      expect(isInBoth(said)).toBe(true);
    }
  });
});

function facts() {
  return { tree, calendar: { layers: [] }, claims: [], zone: "Europe/London" };
}

function isInBoth({ cy, en }: Bilingual): boolean {
  return /\S/.test(cy) && /\S/.test(en) && cy !== en && !/undefined|\[object/.test(cy + en);
}

function thrownBy(act: () => unknown): CoreError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
