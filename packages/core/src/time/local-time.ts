import { CoreError } from "../errors.ts";
import { hasTwoDigits, twoDigits } from "./two-digits.ts";

/** A time of day without a zone, as `18:00`; `24:00` is the end of the day and only ever ends something. */
export type LocalTime = string;

/** The form of a local time: `00:00` to `23:59`, and `24:00`. */
export const LOCAL_TIME_PATTERN = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * Counts the minutes from midnight on the clock: 0 to 1440, which is `24:00`.
 * Throws LOCAL_TIME_INVALID for text of another form, such as `9:00`, `24:01` or `18:00:00`.
 *
 * @example
 * ```ts
 * import { minutesOfDay } from "@neuadd/core";
 *
 * minutesOfDay("18:30"); //=> 1110
 * minutesOfDay("24:00"); //=> 1440
 * ```
 */
export function minutesOfDay(time: LocalTime): number {
  if (!isLocalTime(time)) {
    throw new CoreError("LOCAL_TIME_INVALID", {
      cy: `Nid yw ${JSON.stringify(time)} yn amser o'r dydd. Ysgrifennwch oriau a munudau fel 18:00, o 00:00 i 24:00.`,
      en: `${JSON.stringify(time)} is not a time of day. Write hours and minutes as 18:00, from 00:00 to 24:00.`,
    });
  }
  return twoDigits(time, 0) * 60 + twoDigits(time, 3);
}

/**
 * Writes minutes from midnight as a time: the inverse of `minutesOfDay`. 1440 gives `24:00`.
 * Throws LOCAL_TIME_INVALID for a number that is not whole, below 0 or above 1440.
 */
export function localTime(minutes: number): LocalTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440) {
    throw new CoreError("LOCAL_TIME_INVALID", {
      cy: `Nid yw ${minutes} munud ar ôl hanner nos yn amser o'r dydd. Defnyddiwch funudau cyfan o 0 i 1440.`,
      en: `${minutes} minutes after midnight is no time of day. Use whole minutes from 0 to 1440.`,
    });
  }
  return TIMES[minutes] ?? "";
}

/** Times are written in hot loops: of each minute of the day, once. */
const TIMES: readonly LocalTime[] = Array.from({ length: 1441 }, (_, minutes) => {
  const hour = `${Math.floor(minutes / 60)}`.padStart(2, "0");
  return `${hour}:${`${minutes % 60}`.padStart(2, "0")}`;
});

/** Whether text is a time of the form `18:00`, from `00:00` to `24:00`. */
export function isLocalTime(text: string): text is LocalTime {
  if (text.length !== 5 || text.charAt(2) !== ":") return false;
  if (!hasTwoDigits(text, 0) || !hasTwoDigits(text, 3)) return false;
  const hour = twoDigits(text, 0);
  const minute = twoDigits(text, 3);
  return (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
}
