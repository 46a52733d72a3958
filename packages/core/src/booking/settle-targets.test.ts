import { describe, expect, it } from "vitest";
import { at, factsWith } from "../../test/hall-school.ts";
import { occurrence, series, told } from "../../test/tuesday-series.ts";
import { growSpaceTree } from "../premises/space-tree.ts";
import { amendSeries } from "./amend-series.ts";

describe("dates of one series in each other's way", () => {
  it("counts those that stay outside the scope, and those that can't move", () => {
    const current = series({
      occurrences: [
        occurrence("2026-09-08", { space: "lobby", startTime: "22:00", endTime: "24:00" }),
        occurrence("2026-09-09", { space: "lobby", startTime: "08:00", endTime: "09:00" }),
      ],
    });
    const moveOnto = { scope: "this", date: "2026-09-09", newDate: "2026-09-08" } as const;
    expect(told(amendSeries(current, moveOnto, factsWith()))).toEqual([
      "cannotMove 09-09 08:00 09-08 08:00 OVERLAPS_ITSELF",
    ]);
  });

  it("refuses in turn what would run into a date that turns out to stay", () => {
    const campTree = growSpaceTree([
      {
        id: "site",
        name: { cy: "Safle", en: "Site" },
        communityHours: [{ hours: [{ start: "00:00", end: "24:00" }] }],
        terms: { turnaroundMinutes: 60 },
        spaces: [
          { id: "camp", name: { cy: "Gwersyll", en: "Camp" }, kind: "outdoorArea", capacity: 90 },
        ],
      },
    ]);
    const current = series({
      space: "camp",
      occurrences: [
        occurrence("2026-09-08", { space: "camp", startTime: "22:00", endTime: "24:00" }),
        occurrence("2026-09-09", { space: "camp", startTime: "03:00", endTime: "04:00" }),
      ],
    });
    const change = { scope: "all", startTime: "00:15", endTime: "01:15" } as const;
    const free = factsWith({ tree: campTree });
    expect(amendSeries(current, change, free).summary.moved).toBe(2);

    // The first can't go to the small hours of the 8th, so that its evening still reaches into those of the 9th.
    const taken = {
      leaf: "camp",
      kind: "booking",
      owner: "someone-else",
      start: at("2026-09-08", "00:00"),
      end: at("2026-09-08", "01:00"),
    } as const;
    expect(told(amendSeries(current, change, { ...free, claims: [taken] }))).toEqual([
      "cannotMove 09-08 22:00 09-08 00:15 OVERLAPS_BOOKING",
      "cannotMove 09-09 03:00 09-09 00:15 OVERLAPS_ITSELF",
    ]);
  });
});
