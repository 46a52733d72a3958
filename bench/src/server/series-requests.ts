import { addDays } from "@neuadd/core";
import { leavesOfGroups } from "./bench-school.ts";
import { schoolName } from "./fill-schools.ts";
import type { Exchange } from "./load.ts";

const SATURDAY = "2026-09-12";
const FIRST_HOUR = 9;
const HOURS = 12;
export const DATES = 52;
const WEEK_MS = 7 * 86_400_000;
/** Without a factor in common with any number of schools here: it visits them all before it comes back. */
const STEP = 11;

/** Where the nth series goes: weekend hours, which the stored bookings leave free, spread over all schools. */
function seriesPlace(number: number, schools: number) {
  const leaves = leavesOfGroups(1);
  const school = schoolName((number * STEP) % schools);
  const round = Math.floor(number / schools);
  const leaf = leaves[round % leaves.length] ?? "";
  const slot = Math.floor(round / leaves.length);
  return { school, leaf, day: slot % 2, hour: FIRST_HOUR + (Math.floor(slot / 2) % HOURS) };
}

/** The idempotency key of the nth request. */
export function seriesKey(number: number): string {
  return `bench-${number}`;
}

/** A booking of 52 weekly dates over HTTP, as a hirer asks for it. */
export function seriesRequest(url: string, key: string, number: number, schools: number): Exchange {
  const { school, leaf, day, hour } = seriesPlace(number, schools);
  return {
    url: `${url}/v1/schools/${school}/bookings`,
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": seriesKey(number),
    },
    body: JSON.stringify({
      space: leaf,
      title: "Badminton",
      activity: "badminton",
      attendance: 16,
      first: addDays(SATURDAY, day),
      startTime: clock(hour),
      endTime: clock(hour + 1),
      recurrence: { rule: `FREQ=WEEKLY;COUNT=${DATES}` },
      onClash: { policy: "refuse" },
    }),
  };
}

/** The same rows for the bare route: it is told where, and decides nothing. */
export function bareSeriesRequest(url: string, number: number, schools: number): Exchange {
  const { school, leaf, day, hour } = seriesPlace(number, schools);
  const first = Date.parse(`${addDays(SATURDAY, day)}T${clock(hour)}:00Z`);
  return {
    url: `${url}/series`,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      school,
      leaf,
      starts: Array.from({ length: DATES }, (_, week) => first + week * WEEK_MS),
    }),
  };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
