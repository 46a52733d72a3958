import type { Bilingual } from "../language/bilingual.ts";

/** The bank holidays of England and Wales, with the names that GOV.UK gives them in both languages. */
export const BANK_HOLIDAY_NAMES = {
  newYear: { cy: "Dydd Calan", en: "New Year’s Day" },
  goodFriday: { cy: "Dydd Gwener y Groglith", en: "Good Friday" },
  easterMonday: { cy: "Dydd Llun y Pasg", en: "Easter Monday" },
  earlyMay: { cy: "Gŵyl Banc Cyntaf Mai", en: "Early May bank holiday" },
  spring: { cy: "Gŵyl Banc y Gwanwyn", en: "Spring bank holiday" },
  summer: { cy: "Gŵyl Banc yr Haf", en: "Summer bank holiday" },
  christmas: { cy: "Dydd Nadolig", en: "Christmas Day" },
  boxingDay: { cy: "Gŵyl San Steffan", en: "Boxing Day" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type BankHoliday = keyof typeof BANK_HOLIDAY_NAMES;

/** The name of the weekday off that stands for a bank holiday which falls on a weekend. */
export function substituteDayName({ cy, en }: Bilingual): Bilingual {
  return { cy: `${cy} (diwrnod yn lle)`, en: `${en} (substitute day)` };
}
