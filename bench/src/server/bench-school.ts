import {
  bankHolidaysEnglandAndWales,
  welshTermDates,
  type Bilingual,
  type SpaceDefinition,
} from "@neuadd/core";

/** Of each group of ten spaces, those that hold no other: what bookings are made of. */
const LEAVES = ["court-1", "court-2", "court-3", "court-4", "main-hall", "room", "pitch"];

/** The leaves of a school with so many groups of ten spaces. */
export function leavesOfGroups(groups: number): string[] {
  return Array.from({ length: groups }, (_, group) =>
    LEAVES.map((leaf) => `${leaf}-${group}`),
  ).flat();
}

/** A school's file, as `neuadd import` takes it: ten spaces a group, seven of them leaves, open from 08:00 to 22:00. */
export function benchSchool(id: string, groups: number): object {
  return {
    school: {
      id,
      name: { cy: `Ysgol ${id}`, en: `School ${id}` },
      authority: "cymru",
      category: "community",
      languageMedium: "dual",
      phases: ["secondary"],
      controller: "governingBody",
      zone: "Europe/London",
    },
    premises: [
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        schoolHours: { start: "08:30", end: "16:00" },
        terms: { minimumMinutes: 30, startGridMinutes: 15, horizonDays: 700 },
        communityHours: [
          {
            dayKinds: ["term", "inset", "halfTerm", "holiday", "bankHoliday", "weekend"],
            hours: [{ start: "08:00", end: "22:00" }],
          },
        ],
        spaces: Array.from({ length: groups }, (_, group) => spacesOfGroup(group)).flat(),
      },
    ],
    calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
  };
}

function spacesOfGroup(group: number): SpaceDefinition[] {
  const space = (id: string, parent?: string): SpaceDefinition => ({
    id: `${id}-${group}`,
    ...(parent !== undefined && { parent: `${parent}-${group}` }),
    name: said(id, group),
    kind: id === "room" ? "communityRoom" : "sportsHall",
    capacity: id === "hall" ? 240 : parent === "hall" ? 120 : 30,
  });
  return [
    space("hall"),
    space("half-a", "hall"),
    space("half-b", "hall"),
    space("court-1", "half-a"),
    space("court-2", "half-a"),
    space("court-3", "half-b"),
    space("court-4", "half-b"),
    space("main-hall"),
    space("room"),
    space("pitch"),
  ];
}

function said(id: string, group: number): Bilingual {
  return { cy: `Lle ${id} ${group + 1}`, en: `Space ${id} ${group + 1}` };
}
