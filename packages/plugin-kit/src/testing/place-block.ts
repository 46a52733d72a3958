import {
  addDays,
  dayNumber,
  leavesOf,
  requestDates,
  toInstant,
  type LocalDate,
  type SpaceTree,
} from "@neuadd/core";
import type { BlockedDate, BlockRequest } from "../block-facts.ts";
import type { TestSchool } from "./test-school.ts";

/** The dates of a block, placed. Throws CoreError for an unknown space, a bad date, time or rule. */
export function placeBlock(
  request: BlockRequest,
  { school, calendar }: Pick<TestSchool, "school" | "calendar">,
  tree: SpaceTree,
): BlockedDate[] {
  const { space, startTime = "00:00", endTime = "24:00" } = request;
  leavesOf(tree, space);
  return datesOf(request, calendar).map((date) => ({
    date,
    space,
    startTime,
    endTime,
    start: toInstant(date, startTime, school.zone),
    end: toInstant(date, endTime, school.zone),
  }));
}

function datesOf(
  { first, last = first, recurrence }: BlockRequest,
  calendar: TestSchool["calendar"],
): LocalDate[] {
  if (recurrence !== undefined) {
    return requestDates(first, recurrence, calendar)
      .filter(({ exclusions }) => exclusions.length === 0)
      .map(({ date }) => date);
  }
  const days = dayNumber(last) - dayNumber(first) + 1;
  return Array.from({ length: days }, (_, index) => addDays(first, index));
}
