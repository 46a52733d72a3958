import type { Fault } from "../errors.ts";
import { spaceOf, type SpaceTree } from "../premises/space-tree.ts";
import { dayNumber } from "../time/local-date.ts";
import { minutesOfDay } from "../time/local-time.ts";
import type { SeriesChange } from "./amendment.ts";
import { bookableFaults, CHANGE_CONTRADICTS, numberFaults, throwFaults } from "./check-request.ts";
import { MAXIMUM_ATTENDANCE } from "./series-limits.ts";

/** Refuses a change whose fields are malformed or do not go with its scope, with all that is wrong. */
export function checkChange(change: SeriesChange, tree: SpaceTree): void {
  const { date, newDate, space, startTime, endTime, attendance } = change;
  for (const given of [date, newDate, change.recurrence?.first]) {
    if (given !== undefined) dayNumber(given);
  }
  for (const given of [startTime, endTime]) if (given !== undefined) minutesOfDay(given);
  throwFaults(
    [
      ...(space === undefined ? [] : bookableFaults(spaceOf(tree, space), "/space")),
      ...numberFaults(attendance, "/attendance", MAXIMUM_ATTENDANCE),
      ...scopeFaults(change),
    ],
    CHANGE_CONTRADICTS,
  );
}

function scopeFaults({ scope, date, newDate, recurrence }: SeriesChange): Fault[] {
  const faults: Fault[] = [];
  if (scope !== "all" && date === undefined) {
    faults.push({
      path: "/date",
      message: {
        cy: `Mae ar y cwmpas "${scope}" angen y dyddiad y mae'n dechrau arno.`,
        en: `The scope "${scope}" needs the date it starts at.`,
      },
    });
  }
  if (scope !== "this" && newDate !== undefined) {
    faults.push({
      path: "/newDate",
      message: {
        cy: 'Dim ond y cwmpas "this" sy\'n symud un dyddiad i un arall.',
        en: 'Only the scope "this" moves one date to another.',
      },
    });
  }
  if (scope === "this" && recurrence !== undefined) {
    faults.push({
      path: "/recurrence",
      message: {
        cy: 'Mae\'r cwmpas "this" yn newid un dyddiad; defnyddiwch newDate, neu gwmpas arall.',
        en: 'The scope "this" changes one date; use newDate, or another scope.',
      },
    });
  }
  const first = recurrence?.first;
  if (scope === "thisAndFollowing" && first !== undefined && date !== undefined && first < date) {
    faults.push({
      path: "/recurrence/first",
      message: {
        cy: `Mae ${first} cyn ${date}, lle mae'r newid yn dechrau.`,
        en: `${first} lies before ${date}, where the change starts.`,
      },
    });
  }
  return faults;
}
