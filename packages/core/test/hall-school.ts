import { bankHolidaysEnglandAndWales } from "../src/calendar/bank-holidays.ts";
import { welshTermDates } from "../src/calendar/wales-term-dates.ts";
import type { SchoolCalendar } from "../src/calendar/school-calendar.ts";
import type { Claim, ClaimKind } from "../src/availability/claim.ts";
import type { SeriesFacts } from "../src/booking/series-facts.ts";
import { growSpaceTree, leavesOf } from "../src/premises/space-tree.ts";
import type { Instant } from "../src/time/interval.ts";
import type { LocalDate } from "../src/time/local-date.ts";
import type { LocalTime } from "../src/time/local-time.ts";
import { toInstant } from "../src/time/zone.ts";

/** A small school for tests: a sports hall of two halves and four courts, a main hall, a community room. */

export const zone = "Europe/London";

/** 24 August 2026, 09:00 at the school: before the school year starts. */
export const now: Instant = Date.UTC(2026, 7, 24, 8);

export const calendar: SchoolCalendar = {
  layers: [
    bankHolidaysEnglandAndWales,
    welshTermDates,
    {
      id: "hall-school",
      scope: "school",
      source: "The school's own calendar",
      entries: [
        {
          first: "2026-11-02",
          last: "2026-11-02",
          kind: "inset",
          name: { cy: "Hyfforddiant staff", en: "Staff training" },
        },
        {
          first: "2027-05-06",
          last: "2027-05-06",
          kind: "pollingDay",
          name: { cy: "Diwrnod pleidleisio", en: "Polling day" },
        },
      ],
    },
  ],
};

export const tree = growSpaceTree([
  {
    id: "main-site",
    name: { cy: "Prif safle", en: "Main site" },
    schoolHours: { start: "08:30", end: "15:30" },
    terms: { horizonDays: 400 },
    communityHours: [
      {
        dayKinds: ["term", "inset"],
        hours: [{ start: "17:00", end: "22:00" }],
      },
      {
        dayKinds: ["halfTerm", "holiday"],
        hours: [
          { start: "09:00", end: "12:00" },
          { start: "13:00", end: "22:00" },
        ],
      },
      { dayKinds: ["weekend"], hours: [{ start: "09:00", end: "18:00" }] },
    ],
    spaces: [
      {
        id: "sports-hall",
        name: { cy: "Neuadd chwaraeon", en: "Sports hall" },
        kind: "sportsHall",
        capacity: 200,
        facilities: ["basketballHoops", "scoreboard"],
        terms: { turnaroundMinutes: 15 },
      },
      {
        id: "half-a",
        parent: "sports-hall",
        name: { cy: "Hanner A", en: "Half A" },
        kind: "sportsHall",
        capacity: 100,
        facilities: ["basketballHoops"],
      },
      {
        id: "half-b",
        parent: "sports-hall",
        name: { cy: "Hanner B", en: "Half B" },
        kind: "sportsHall",
        capacity: 100,
        facilities: ["basketballHoops"],
      },
      ...["1", "2", "3", "4"].map((number) => ({
        id: `court-${number}`,
        parent: number <= "2" ? "half-a" : "half-b",
        name: { cy: `Cwrt ${number}`, en: `Court ${number}` },
        kind: "badmintonCourt" as const,
        capacity: 50,
      })),
      {
        id: "main-hall",
        name: { cy: "Prif neuadd", en: "Main hall" },
        kind: "schoolHall",
        capacity: 150,
        layouts: [
          { id: "seated", name: { cy: "Seddi", en: "Seated" }, capacity: 120 },
          { id: "standing", name: { cy: "Sefyll", en: "Standing" }, capacity: 150 },
        ],
        facilities: ["projector", "stage"],
        terms: { minimumMinutes: 60, maximumMinutes: 240 },
      },
      {
        id: "community-room",
        name: { cy: "Ystafell gymunedol", en: "Community room" },
        kind: "communityRoom",
        capacity: 30,
        facilities: ["projector", "kitchenAccess"],
        terms: { startGridMinutes: 30, noticeHours: 48, horizonDays: 100 },
      },
      {
        id: "plant-room",
        name: { cy: "Ystafell beiriannau", en: "Plant room" },
        kind: "multiPurposeRoom",
        capacity: 5,
        bookable: false,
      },
      {
        id: "lobby",
        name: { cy: "Cyntedd", en: "Lobby" },
        kind: "multiPurposeRoom",
        capacity: 40,
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { minimumMinutes: 15, turnaroundMinutes: 0, horizonDays: 731 },
      },
    ],
  },
]);

/** Facts without any claim, on the morning of 24 August 2026. */
export function factsWith(overrides: Partial<SeriesFacts> = {}): SeriesFacts {
  return { now, zone, tree, calendar, claims: [], ...overrides };
}

/** The instant of a local time at the school. */
export function at(date: LocalDate, time: LocalTime): Instant {
  return toInstant(date, time, zone);
}

/** Claims on all leaves of a space; the turnaround is to be in `to` already. */
export function claimsOn(
  space: string,
  date: LocalDate,
  [from, to]: readonly [LocalTime, LocalTime],
  kind: ClaimKind = "booking",
  owner = "someone-else",
): Claim[] {
  return leavesOf(tree, space).map((leaf) => ({
    leaf,
    start: at(date, from),
    end: at(date, to),
    kind,
    owner,
  }));
}
