import { z } from "@hono/zod-openapi";
import {
  DAY_KINDS,
  minutesOfDay,
  toInstant,
  toRfc3339,
  type AskableDay,
  type LocalDate,
  type LocalInterval,
  type LocalTime,
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

/** Turns days into their wire form. Keeps what it has worked out: spaces of a school share most of their hours. */
export type WireDays = (days: readonly AskableDay[]) => z.output<typeof WireDay>[];

/**
 * Makes a writer of days for one school. With `minimumMinutes`, free and askable time shorter than that (by the clock) is left out.
 */
export function dayWriter(zone: ZoneId, minimumMinutes = 0): WireDays {
  const writeInstant = instantWriter(zone);

  function writeInterval(date: LocalDate, { start, end }: LocalInterval) {
    return {
      start: writeInstant(date, start),
      end: writeInstant(date, end),
      startTime: start,
      endTime: end,
    };
  }
  function writeLong(date: LocalDate, intervals: readonly LocalInterval[]) {
    return intervals
      .filter((interval) => lengthMinutes(interval) >= minimumMinutes)
      .map((interval) => writeInterval(date, interval));
  }
  return (days) =>
    days.map(({ date, kind, name, termsUnpublished, open, free, askable, requestsFrom }) => ({
      date,
      kind,
      ...(name && { name }),
      ...(termsUnpublished && { termsUnpublished }),
      open: open.map((interval) => writeInterval(date, interval)),
      free: writeLong(date, free),
      askable: writeLong(date, askable),
      ...(requestsFrom !== undefined && { requestsFrom }),
    }));
}

function instantWriter(zone: ZoneId): (date: LocalDate, time: LocalTime) => string {
  const written = new Map<string, string>();
  return (date, time) => {
    const key = `${date}T${time}`;
    let text = written.get(key);
    if (text === undefined) {
      text = toRfc3339(toInstant(date, time, zone), zone);
      written.set(key, text);
    }
    return text;
  };
}

function lengthMinutes({ start, end }: LocalInterval): number {
  return minutesOfDay(end) - minutesOfDay(start);
}
