import { z } from "@hono/zod-openapi";
import {
  DAY_KINDS,
  minutesOfDay,
  toInstant,
  toRfc3339,
  type AskableDay,
  type LocalDate,
  type LocalInterval,
  type ZoneId,
} from "@neuadd/core";
import {
  oneOf,
  WireDate,
  WireInstant,
  WireName,
  WireRevision,
  WireTime,
  WireZone,
} from "./wire-parts.ts";

const WireOpenTime = z
  .object({ start: WireInstant, end: WireInstant, startTime: WireTime, endTime: WireTime })
  .openapi("TimeSpan", { description: "From `start` up to, but not including, `end`." });

const WireDay = z
  .object({
    date: WireDate,
    kind: oneOf(DAY_KINDS),
    name: WireName.exactOptional(),
    termsUnpublished: z.literal(true).exactOptional().openapi({
      description: "A `holiday` only because the terms of its school year are not published yet.",
    }),
    open: z.array(WireOpenTime).openapi({ description: "Hours of community use." }),
    free: z.array(WireOpenTime).openapi({
      description:
        "What of them is free: any booking within, of an allowed length, meets no other.",
    }),
    askable: z.array(WireOpenTime).openapi({
      description:
        "What of that can be asked for now: neither past nor within the notice of the space nor beyond its horizon, on its grid, and no shorter than its shortest booking.",
    }),
    requestsFrom: WireDate.exactOptional().openapi({
      description: "The first day on which the date can be asked for, while that is still to come.",
    }),
  })
  .openapi("AvailableDay", { description: "One day of a space." });

const contextFields = {
  school: z.string().openapi({ example: "brynmawr-foundation" }),
  zone: WireZone,
  revision: WireRevision,
  today: WireDate,
};

export const WireSpaceAvailability = z
  .object({ ...contextFields, space: z.string(), days: z.array(WireDay) })
  .openapi("SpaceAvailability", { description: "When a space is open, and what of that is free." });
export type WireSpaceAvailability = z.output<typeof WireSpaceAvailability>;

export const WireSchoolAvailability = z
  .object({
    ...contextFields,
    spaces: z.array(z.object({ space: z.string(), days: z.array(WireDay) })),
  })
  .openapi("SchoolAvailability", { description: "The same of several spaces of a school." });
export type WireSchoolAvailability = z.output<typeof WireSchoolAvailability>;

/** Writes a day of a space as JSON, in the form of `AvailableDay`. */
export type WriteDay = (day: AskableDay) => string;

/**
 * Makes a writer of days for the spaces of one school, at one revision. With `minimumMinutes`, free and askable time shorter
 * than that (by the clock) is left out. It writes text and no objects, since one answer has hundreds of days that differ in
 * little: what a date is, its hours and its usual times are written once for all spaces.
 */
export function dayWriter(zone: ZoneId, minimumMinutes = 0): WriteDay {
  const dates = new Map<LocalDate, DateWriter>();
  return (day) => {
    const { date, open, free, askable, requestsFrom } = day;
    const write = dates.get(date) ?? dateWriter(day, zone, minimumMinutes);
    dates.set(date, write);
    const requests = requestsFrom === undefined ? "" : `,"requestsFrom":"${requestsFrom}"`;
    return `${write.start},"open":${write.all(open)},"free":${write.long(free)},"askable":${write.long(askable)}${requests}}`;
  };
}

/** Writes what lies on one date. */
interface DateWriter {
  /** The day up to its intervals, which is the same for all spaces. */
  readonly start: string;
  /** Intervals as an array. */
  all(intervals: readonly LocalInterval[]): string;
  /** Of them, those that are long enough. */
  long(intervals: readonly LocalInterval[]): string;
}

function dateWriter(
  { date, kind, name, termsUnpublished }: AskableDay,
  zone: ZoneId,
  minimumMinutes: number,
): DateWriter {
  const told = { date, kind, ...(name && { name }), ...(termsUnpublished && { termsUnpublished }) };
  const written = new Map<string, string>();

  function writeInterval({ start, end }: LocalInterval): string {
    const key = `${start}${end}`;
    let text = written.get(key);
    if (text === undefined) {
      const interval = {
        start: toRfc3339(toInstant(date, start, zone), zone),
        end: toRfc3339(toInstant(date, end, zone), zone),
        startTime: start,
        endTime: end,
      };
      text = JSON.stringify(interval satisfies z.output<typeof WireOpenTime>);
      written.set(key, text);
    }
    return text;
  }
  return {
    start: JSON.stringify(told).slice(0, -1),
    all: (intervals) => `[${intervals.map(writeInterval).join(",")}]`,
    long: (intervals) =>
      `[${intervals
        .filter((interval) => lengthMinutes(interval) >= minimumMinutes)
        .map(writeInterval)
        .join(",")}]`,
  };
}

function lengthMinutes({ start, end }: LocalInterval): number {
  return minutesOfDay(end) - minutesOfDay(start);
}
