import type { SchoolDefinition } from "../../src/ledger/school-definition.ts";
import { schoolDefinition, schoolLike } from "../fixtures/school-definition.ts";

/** In what a school of the simulation may differ from one import to the next. */
export interface Variant {
  /** Whether half A has courts of its own. */
  readonly isDivided: boolean;
  readonly requestsHold: boolean;
  readonly closures: ReadonlySet<string>;
}

export interface ModelSpace {
  readonly id: string;
  readonly capacity: number;
  readonly turnaroundMinutes: number;
  readonly noticeHours: number;
  readonly maximumMinutes: number;
}

const COURTS = [1, 2, 3, 4].map((court) => `sports-hall-court-${court}`);
const COURTS_OF_A = COURTS.slice(0, 2);

/** What the school's file says, told a second time, by hand. */
const SPACES: readonly ModelSpace[] = [
  spaceLike("sports-hall", 240),
  spaceLike("sports-hall-a", 120),
  spaceLike("sports-hall-b", 120),
  ...COURTS.map((court) => spaceLike(court, 30)),
  { ...spaceLike("main-hall", 300), turnaroundMinutes: 30, noticeHours: 48 },
  { ...spaceLike("community-room", 30), maximumMinutes: 240 },
];

function spaceLike(id: string, capacity: number): ModelSpace {
  return { id, capacity, turnaroundMinutes: 0, noticeHours: 0, maximumMinutes: 1440 };
}

/** All spaces that a school may have; courts of half A only while it is divided. */
export const SPACE_IDS: readonly string[] = SPACES.map(({ id }) => id);

export function spacesOf({ isDivided }: Variant): readonly ModelSpace[] {
  return SPACES.filter(({ id }) => isDivided || !COURTS_OF_A.includes(id));
}

/** What of the building a space takes up. */
export function leavesOf(space: string, { isDivided }: Variant): readonly string[] {
  const halfA = isDivided ? COURTS_OF_A : ["sports-hall-a"];
  if (space === "sports-hall") return [...halfA, ...COURTS.slice(2)];
  if (space === "sports-hall-a") return halfA;
  if (space === "sports-hall-b") return COURTS.slice(2);
  return [space];
}

/** The file that makes a school what the variant says. */
export function definitionOf(
  id: string,
  { isDivided, requestsHold, closures }: Variant,
): SchoolDefinition {
  const { layers } = schoolDefinition.calendar;
  const name = { cy: "Ar gau", en: "Closed" };
  const entries = [...closures].sort().map((date) => ({
    first: date,
    last: date,
    kind: "closure" as const,
    name,
  }));
  return {
    ...schoolLike(id, { requestsHold }),
    premises: schoolDefinition.premises.map((site) => ({
      ...site,
      spaces: site.spaces.filter((space) => isDivided || !COURTS_OF_A.includes(space.id)),
    })),
    calendar: {
      layers: [
        ...layers,
        ...(entries.length > 0
          ? [{ id: "closures", scope: "school" as const, source: "simulation", entries }]
          : []),
      ],
    },
  };
}
