import { CoreError } from "../errors.ts";
import { noSuchMonth } from "./no-such-month.ts";

/** Days since 1970-01-01: the integer that dates are counted and compared with. */
export type DayNumber = number;

/** Year 1 to 9999, month 1 to 12, day of the month from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 0001-01-01, the earliest day that Neuadd counts. */
export const EARLIEST_DAY: DayNumber = -719_162;
/** 9999-12-31, the latest day that Neuadd counts. */
export const LATEST_DAY: DayNumber = 2_932_896;

/**
 * Counts the days from 1970-01-01 to a date of the proleptic Gregorian calendar; earlier dates are negative.
 * Throws LOCAL_DATE_INVALID if there is no such date in the years 1 to 9999, as for 30 February.
 *
 * @example
 * ```ts
 * import { dayNumberOf } from "@neuadd/core";
 *
 * dayNumberOf(1970, 1, 1); //=> 0
 * dayNumberOf(2026, 9, 8); //=> 20704
 * ```
 */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  if (!isDate(year, month, day)) {
    throw new CoreError("LOCAL_DATE_INVALID", {
      cy: `Nid oes dyddiad â blwyddyn ${year}, mis ${month}, diwrnod ${day}. Defnyddiwch flynyddoedd 1 i 9999, a dyddiau sydd yn y mis.`,
      en: `There is no date of year ${year}, month ${month}, day ${day}. Use years 1 to 9999, and days that the month has.`,
    });
  }
  return countDays(year, month, day);
}

/**
 * Splits a day number into year, month and day of the month: the inverse of `dayNumberOf`.
 * Throws LOCAL_DATE_INVALID for a number that is not whole, or lies outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { dateParts } from "@neuadd/core";
 *
 * dateParts(20704); //=> { year: 2026, month: 9, day: 8 }
 * ```
 */
export function dateParts(day: DayNumber): DateParts {
  if (!(day >= EARLIEST_DAY && day <= LATEST_DAY) || !Number.isInteger(day)) {
    throw new CoreError("LOCAL_DATE_INVALID", {
      cy: `Nid yw rhif diwrnod ${day} yn ddiwrnod yn y blynyddoedd 1 i 9999. Defnyddiwch rifau cyfan o ${EARLIEST_DAY} i ${LATEST_DAY}.`,
      en: `The day number ${day} is no day of the years 1 to 9999. Use whole numbers from ${EARLIEST_DAY} to ${LATEST_DAY}.`,
    });
  }
  // Years are counted from 1 March, so that the leap day is the last of its year. Such years repeat every
  // 146,097 days, and their months follow a pattern of 153 days in five months.
  const sinceMarchOfYear0 = day + 719_468;
  const cycle = Math.floor(sinceMarchOfYear0 / 146_097);
  const dayOfCycle = sinceMarchOfYear0 - cycle * 146_097;
  const leapDaysBefore =
    Math.floor(dayOfCycle / 1_460) -
    Math.floor(dayOfCycle / 36_524) +
    Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDaysBefore) / 365);
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** How many days a month has: 28 to 31. `month` is 1 to 12; another number throws LOCAL_DATE_INVALID. */
export function daysInMonth(year: number, month: number): number {
  const days = month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1];
  if (days === undefined) {
    throw noSuchMonth(month);
  }
  return days;
}

/** Whether a date exists: year 1 to 9999, a month from 1 to 12, a day that the month has. */
export function isDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function countDays(year: number, month: number, day: number): DayNumber {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const leapDays =
    Math.floor(yearFromMarch / 4) -
    Math.floor(yearFromMarch / 100) +
    Math.floor(yearFromMarch / 400);
  return (
    365 * yearFromMarch + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - 719_468
  );
}
