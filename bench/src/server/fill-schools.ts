import { addDays, toInstant, type LocalTime } from "@neuadd/core";
import { createHirer, importSchool, issueKey, type Services } from "@neuadd/server";
import { benchSchool, leavesOfGroups } from "./bench-school.ts";

/** How much is stored before anything is measured. */
export interface Fill {
  readonly schools: number;
  /** Groups of ten spaces in each school. */
  readonly groups: number;
  readonly bookingsPerSchool: number;
  /** Weekly dates of each booking. */
  readonly datesPerBooking: number;
}

/** The Monday before the first stored date. */
const FIRST_MONDAY = "2026-09-07";
const SLOTS: readonly { readonly startTime: LocalTime; readonly endTime: LocalTime }[] = [
  { startTime: "17:00", endTime: "18:30" },
  { startTime: "18:30", endTime: "20:00" },
  { startTime: "20:00", endTime: "21:30" },
];
const ZONE = "Europe/London";
const ROWS_PER_STATEMENT = 500;

export function schoolName(index: number): string {
  return `ysgol-${String(index).padStart(4, "0")}`;
}

/**
 * Stores approved bookings straight into the tables, as the commands would have written them: on leaves, Monday to Friday
 * evenings, each weekly from its first date; weekends stay free. Answers a key of the hirer whose they are.
 */
export async function fillSchools(services: Services, fill: Fill): Promise<string> {
  const hirer = await createHirer(services, {
    name: "Clwb",
    category: "club",
    language: "cy",
    contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
  });
  for (let index = 0; index < fill.schools; index += 1) {
    const school = schoolName(index);
    await importSchool(services, "system", benchSchool(school, fill.groups));
    await fillSchool(services, school, hirer.id, fill);
  }
  const { key } = await issueKey(services, { kind: "hirer", owner: hirer.id, label: "" });
  return key;
}

async function fillSchool(
  { store }: Services,
  school: string,
  hirer: string,
  { groups, bookingsPerSchool, datesPerBooking }: Fill,
): Promise<void> {
  const leaves = leavesOfGroups(groups);
  const bookings = Array.from({ length: bookingsPerSchool }, (_, number) =>
    bookingRows({ school, hirer, number, leaves, datesPerBooking }),
  );
  await store.database.transaction().execute(async (database) => {
    await database
      .insertInto("hirer_schools")
      .values({ school_id: school, hirer_id: hirer })
      .execute();
    for (const rows of pieces(bookings.map(({ series }) => series))) {
      await database.insertInto("series").values(rows).execute();
    }
    for (const rows of pieces(bookings.flatMap(({ occurrences }) => occurrences))) {
      await database.insertInto("occurrences").values(rows).execute();
    }
    for (const rows of pieces(bookings.flatMap(({ claims }) => claims))) {
      await database.insertInto("claims").values(rows).execute();
    }
    for (const rows of pieces(bookings.map(({ event }) => event))) {
      await database.insertInto("events").values(rows).execute();
    }
    await database
      .updateTable("schools")
      .set({ revision: 1 + bookingsPerSchool })
      .where("school_id", "=", school)
      .execute();
  });
}

function bookingRows(of: {
  readonly school: string;
  readonly hirer: string;
  readonly number: number;
  readonly leaves: readonly string[];
  readonly datesPerBooking: number;
}) {
  const { school, hirer, number, leaves, datesPerBooking } = of;
  // Leaf by leaf, then slot by slot, then day by day: no two bookings meet.
  const leaf = leaves[number % leaves.length] ?? "";
  const evening = Math.floor(number / leaves.length);
  const slot = SLOTS[evening % SLOTS.length];
  if (slot === undefined) throw new RangeError("There is no slot.");
  const day = Math.floor(evening / SLOTS.length);
  const isWeekly = datesPerBooking > 1;
  // Weekly ones go round the five weekdays; single ones take one weekday after the other, week after week.
  const firstDay = isWeekly ? day : Math.floor(day / 5) * 7 + (day % 5);
  const booking_id = `bok_${school}_${String(number).padStart(6, "0")}`;
  const occurrences = Array.from({ length: datesPerBooking }, (_, week) => {
    const local_date = addDays(FIRST_MONDAY, firstDay + 7 * week);
    return {
      school_id: school,
      booking_id,
      local_date,
      space_id: leaf,
      start_time: slot.startTime,
      end_time: slot.endTime,
      starts_at: toInstant(local_date, slot.startTime, ZONE),
      ends_at: toInstant(local_date, slot.endTime, ZONE),
      status: "confirmed" as const,
      denials: "[]",
    };
  });
  const claims = occurrences.map(({ local_date, starts_at, ends_at }) => ({
    school_id: school,
    leaf_id: leaf,
    starts_at,
    ends_at,
    kind: "booking" as const,
    owner_id: booking_id,
    local_date,
  }));
  const revision = number + 2;
  const series = {
    school_id: school,
    booking_id,
    hirer_id: hirer,
    space_id: leaf,
    status: "approved" as const,
    title: "Badminton",
    activity: "badminton",
    holds: 1,
    request: JSON.stringify({ space: leaf, ...slot, first: occurrences[0]?.local_date }),
    first_starts_at: occurrences[0]?.starts_at ?? 0,
    last_ends_at: occurrences.at(-1)?.ends_at ?? 1,
    requested_at: 0,
    requested_by: "system",
    revision,
    reason: null,
  };
  const event = {
    school_id: school,
    revision,
    ordinal: 0,
    type: "booking.approved" as const,
    at: 0,
    actor: "system",
    data: JSON.stringify({ booking: booking_id, hirer }),
    command_id: null,
  };
  return { series, occurrences, claims, event };
}

function* pieces<Row>(rows: readonly Row[]): Iterable<Row[]> {
  for (let first = 0; first < rows.length; first += ROWS_PER_STATEMENT) {
    yield rows.slice(first, first + ROWS_PER_STATEMENT);
  }
}
