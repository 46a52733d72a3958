import {
  bankHolidaysEnglandAndWales,
  welshTermDates,
  type Premises,
  type School,
  type SchoolCalendar,
  type SpaceDefinition,
} from "@neuadd/core";

/** A school as a test host takes it: everything that is not a booking. */
export interface TestSchool {
  readonly school: School;
  readonly premises: readonly Premises[];
  readonly calendar: SchoolCalendar;
}

const halves = (["a", "b"] as const).map((half): SpaceDefinition => ({
  id: `sports-hall-${half}`,
  parent: "sports-hall",
  name: {
    cy: `Neuadd chwaraeon, hanner ${half.toUpperCase()}`,
    en: `Sports hall, half ${half.toUpperCase()}`,
  },
  kind: "sportsHall",
  capacity: 100,
}));

/**
 * A small Welsh school: `sports-hall` with its halves `sports-hall-a` and `-b`, `main-hall` with two layouts
 * and a turnaround, `community-room`. Open from 17:00 to 22:00 in term, 09:00 to 21:00 on other days.
 */
export const testSchool: TestSchool = {
  school: {
    id: "ysgol-y-prawf",
    name: { cy: "Ysgol y Prawf", en: "Trial School" },
    authority: "awdurdod-y-prawf",
    category: "community",
    languageMedium: "dual",
    phases: ["secondary"],
    controller: "governingBody",
    zone: "Europe/London",
  },
  premises: [
    {
      id: "main-site",
      name: { cy: "Prif safle", en: "Main site" },
      communityHours: [
        { dayKinds: ["term", "inset"], hours: [{ start: "17:00", end: "22:00" }] },
        {
          dayKinds: ["halfTerm", "holiday", "weekend", "bankHoliday"],
          hours: [{ start: "09:00", end: "21:00" }],
        },
      ],
      spaces: [
        {
          id: "sports-hall",
          name: { cy: "Neuadd chwaraeon", en: "Sports hall" },
          kind: "sportsHall",
          capacity: 200,
          facilities: ["badmintonNets"],
        },
        ...halves,
        {
          id: "main-hall",
          name: { cy: "Prif neuadd", en: "Main hall" },
          kind: "schoolHall",
          capacity: 300,
          layouts: [
            {
              id: "theatre",
              name: { cy: "Rhesi o gadeiriau", en: "Rows of chairs" },
              capacity: 250,
            },
            { id: "tables", name: { cy: "Byrddau", en: "Tables" }, capacity: 120 },
          ],
          facilities: ["amplification", "stage"],
          terms: { turnaroundMinutes: 30 },
        },
        {
          id: "community-room",
          name: { cy: "Ystafell gymunedol", en: "Community room" },
          kind: "communityRoom",
          capacity: 30,
        },
      ],
    },
  ],
  calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
};

/** The same school under another id and of another authority: whatever is not of one school must not show at the other. */
export const otherTestSchool: TestSchool = {
  ...testSchool,
  school: {
    ...testSchool.school,
    id: "ysgol-arall",
    name: { cy: "Ysgol Arall", en: "Other School" },
    authority: "awdurdod-arall",
  },
};

/** Monday 24 August 2026, 09:00 in Wales: the summer holiday before the school year 2026/27. */
export const TEST_START = Date.UTC(2026, 7, 24, 8);
