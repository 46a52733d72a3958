import { cy } from "date-fns/locale/cy";
import { enGB } from "date-fns/locale/en-GB";
import type { Language } from "../language/bilingual.ts";
import type { Weekday } from "./local-date.ts";
import { noSuchMonth } from "./no-such-month.ts";

/** The name of a weekday as it stands within a sentence: `Tuesday`, `dydd Mawrth`. */
export function weekdayName(weekday: Weekday, language: Language): string {
  return LOCALES[language].localize.day(DAY_INDEXES[weekday], { width: "wide" });
}

/** The name of a month, 1 to 12: `September`, `Medi`. */
export function monthName(month: number, language: Language): string {
  const index = MONTH_INDEXES[month - 1];
  if (index === undefined) {
    throw noSuchMonth(month);
  }
  return LOCALES[language].localize.month(index, { width: "wide" });
}

const LOCALES = { cy, en: enGB } as const;

/** date-fns counts weekdays from Sunday, 0, and months from January, 0. */
const DAY_INDEXES = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 0 } as const;
const MONTH_INDEXES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
