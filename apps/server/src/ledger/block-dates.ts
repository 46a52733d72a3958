import {
  addDays,
  CoreError,
  dayNumber,
  leavesOf,
  MAXIMUM_SERIES_DATES,
  minutesOfDay,
  requestDates,
  toInstant,
  type Bilingual,
  type Instant,
  type LocalDate,
} from "@neuadd/core";
import type { BlockedDate, BlockRequest } from "./block-record.ts";
import type { SchoolModel } from "./school-definition.ts";

/**
 * The dates of a block that are not over, placed, in order: those of its recurrence that it does not leave out, or every day
 * from `first` to `last`. A date whose clocks go forward over the whole time is none.
 *
 * Throws CoreError SPACE_UNKNOWN, LOCAL_DATE_INVALID, LOCAL_TIME_INVALID, what core's `requestDates` throws for the rule, and
 * REQUEST_INVALID for `last` with a recurrence or before `first`, an end not after the start, more than 400 dates, or
 * dates that are all over.
 */
export function blockDates(request: BlockRequest, model: SchoolModel, now: Instant): BlockedDate[] {
  const { space, startTime = "00:00", endTime = "24:00" } = request;
  leavesOf(model.tree, space);
  if (minutesOfDay(endTime) <= minutesOfDay(startTime)) {
    throw invalid("/endTime", {
      cy: `Rhaid i'r diwedd, ${endTime}, fod yn hwyrach na'r dechrau, ${startTime}.`,
      en: `The end, ${endTime}, must be later than the start, ${startTime}.`,
    });
  }
  const { zone } = model.school;
  const dates = wantedDates(request, model).map((date): BlockedDate => ({
    date,
    space,
    startTime,
    endTime,
    start: toInstant(date, startTime, zone),
    end: toInstant(date, endTime, zone),
  }));
  const coming = dates.filter(({ start, end }) => end > start && end > now);
  if (coming.length === 0) throw nothingToBlock();
  return coming;
}

/** REQUEST_INVALID for a block of which no time is left. */
export function nothingToBlock(): CoreError {
  return invalid("/first", {
    cy: "Nid oes yr un o ddyddiadau'r bloc eto i ddod. Dewiswch ddyddiadau diweddarach.",
    en: "No date of the block is still to come. Choose later dates.",
  });
}

function wantedDates(request: BlockRequest, { calendar }: SchoolModel): LocalDate[] {
  const { first, last, recurrence } = request;
  if (recurrence === undefined) return everyDay(first, last ?? first);
  if (last !== undefined) {
    throw invalid("/last", {
      cy: "Mae gan floc naill ai ddiwrnod olaf neu ailadrodd. Gadewch un ohonynt allan.",
      en: "A block has either a last day or a recurrence. Leave one of them out.",
    });
  }
  return requestDates(first, recurrence, calendar)
    .filter(({ exclusions }) => exclusions.length === 0)
    .map(({ date }) => date);
}

function everyDay(first: LocalDate, last: LocalDate): LocalDate[] {
  const count = dayNumber(last) - dayNumber(first) + 1;
  if (count < 1) {
    throw invalid("/last", {
      cy: `Mae'r diwrnod olaf, ${last}, cyn y cyntaf, ${first}.`,
      en: `The last day, ${last}, lies before the first, ${first}.`,
    });
  }
  if (count > MAXIMUM_SERIES_DATES) {
    throw invalid("/last", {
      cy: `Nifer dyddiadau'r bloc yw ${count}, a chaiff fod yn ${MAXIMUM_SERIES_DATES} ar y mwyaf. Gwnewch sawl bloc.`,
      en: `The block has ${count} dates, and may have at most ${MAXIMUM_SERIES_DATES}. Make several blocks.`,
    });
  }
  return Array.from({ length: count }, (_, days) => addDays(first, days));
}

function invalid(path: string, message: Bilingual): CoreError {
  const sentence = {
    cy: `Ni ellir gwneud y bloc: ${path}: ${message.cy}`,
    en: `The block can't be made: ${path}: ${message.en}`,
  };
  return new CoreError("REQUEST_INVALID", sentence, { faults: [{ path, message }] });
}
