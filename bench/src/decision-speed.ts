import { deepStrictEqual } from "node:assert";
import {
  bankHolidaysEnglandAndWales,
  type Claim,
  decideSeries,
  growSpaceTree,
  leavesOf,
  type SeriesFacts,
  type SeriesRequest,
  toInstant,
  welshTermDates,
} from "@neuadd/core";
import { medianNanoseconds, type Row, sayNanoseconds } from "./row.ts";

const ZONE = "Europe/London";
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Fifty-two dates decided against five years of claims on the ten courts of one hall. */
export async function decisionSpeed(): Promise<Row[]> {
  const facts = hallOfTenCourts();
  return [
    await rowOf("some denied", asked("court-3"), facts),
    await rowOf("all denied, each with alternatives sought", asked("hall"), facts),
  ];
}

function asked(space: string): SeriesRequest {
  return {
    space,
    first: "2026-09-08",
    startTime: "18:00",
    endTime: "19:30",
    recurrence: { rule: "FREQ=WEEKLY;COUNT=52" },
    onClash: { policy: "skip" },
  };
}

async function rowOf(which: string, request: SeriesRequest, facts: SeriesFacts): Promise<Row> {
  const decision = decideSeries(request, facts);
  deepStrictEqual(decision.occurrences.length, 52);
  const leaves = leavesOf(facts.tree, request.space);
  // What the index of claims replaces: every date against every claim. It finds the overlaps and nothing else.
  const naive = (): string[] =>
    decision.occurrences
      .filter(
        ({ start, end }) =>
          facts.claims.filter(
            (claim) => leaves.includes(claim.leaf) && claim.start < end && start < claim.end,
          ).length > 0,
      )
      .map(({ date }) => date);
  const overlapping = decision.occurrences.filter(({ denials }) =>
    denials.some(({ code }) => code === "OVERLAPS_BOOKING"),
  );
  deepStrictEqual(
    overlapping.map(({ date }) => date),
    naive(),
  );

  const oursTime = await medianNanoseconds(() => decideSeries(request, facts));
  const naiveTime = await medianNanoseconds(naive);
  return {
    what: `\`decideSeries\`, 52 dates against ${facts.claims.length} claims (5 years, 10 leaves), ${which} (${decision.summary.denied})`,
    toReach: "≤ 1 ms",
    ours: sayNanoseconds(oursTime),
    rival: `naive loop over claims ${sayNanoseconds(naiveTime)}`,
    ratio: `${(naiveTime / oursTime).toFixed(1)}×`,
    reached: oursTime <= 1e6,
  };
}

function hallOfTenCourts(): SeriesFacts {
  const courts = Array.from({ length: 10 }, (_, index) => `court-${index + 1}`);
  const tree = growSpaceTree([
    {
      id: "site",
      name: { cy: "Safle", en: "Site" },
      communityHours: [{ hours: [{ start: "09:00", end: "22:00" }] }],
      spaces: [
        { id: "hall", name: { cy: "Neuadd", en: "Hall" }, kind: "sportsHall", capacity: 200 },
        ...courts.map((id, index) => ({
          id,
          parent: "hall",
          name: { cy: `Cwrt ${index + 1}`, en: `Court ${index + 1}` },
          kind: "badmintonCourt" as const,
          capacity: 20,
        })),
      ],
    },
  ]);
  return {
    now: toInstant("2026-08-24", "09:00", ZONE),
    zone: ZONE,
    tree,
    calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
    claims: leavesOf(tree, "hall").flatMap(fiveYearsOf),
  };
}

/** Five evenings a week, an hour and a half each; every court has its own hour, so that some Tuesdays clash. */
function fiveYearsOf(leaf: string, index: number): Claim[] {
  const first = toInstant("2022-09-05", "16:00", ZONE);
  const claims: Claim[] = [];
  for (let day = 0; day < 5 * 365; day += 1) {
    if (day % 7 > 4 || (day + index) % 9 === 0) continue;
    const start = first + day * DAY + (index % 4) * HOUR;
    claims.push({
      leaf,
      start,
      end: start + 1.5 * HOUR,
      kind: "booking",
      owner: `series-${index}`,
    });
  }
  return claims;
}
