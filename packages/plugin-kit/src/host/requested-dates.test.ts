import { afterEach, describe, expect, it } from "vitest";
import { definePlugin } from "../define-plugin.ts";
import { openTestHost } from "../testing/open-test-host.ts";
import type { TestHost } from "../testing/test-host.ts";
import { requestedDates } from "./requested-dates.ts";

const warned = definePlugin({
  id: "heating",
  setup: () => ({
    rules: [
      () => [
        {
          code: "heating/OFF",
          message: { cy: "Nid oes gwres.", en: "There is no heating." },
          details: {},
          warning: true,
        },
      ],
    ],
  }),
});
let host: TestHost | undefined;

afterEach(async () => {
  await host?.close();
  host = undefined;
});

describe("requestedDates", () => {
  it("keeps each date where it was placed, with the reasons and warnings of the decision and nothing else of it", async () => {
    host = await openTestHost(warned);
    const decision = await host.preview({
      hirer: "hir_clwb",
      space: "main-hall",
      title: "Badminton",
      activity: "badminton",
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "21:30",
      recurrence: {
        rule: "FREQ=WEEKLY",
        count: 3,
        exceptDates: ["2026-09-15"],
        extraDates: ["2026-09-26"],
      },
      onClash: { policy: "skip" },
    });
    const kept = requestedDates(decision);
    expect(kept.map(({ date, status }) => [date, status])).toEqual([
      ["2026-09-08", "requested"],
      ["2026-09-15", "excluded"],
      ["2026-09-22", "requested"],
      ["2026-09-26", "denied"],
    ]);
    for (const [index, { status: _status, ...date }] of kept.entries()) {
      expect(decision.occurrences[index]).toMatchObject(date);
    }
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(
      "date denials end endTime space start startTime status warnings".split(" "),
    );
  });
});
