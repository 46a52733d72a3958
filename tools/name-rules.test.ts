import { describe, expect, it } from "vitest";
import { findBadNames } from "./name-rules.ts";

const rulesFor = (path: string) => findBadNames({ path, text: "" }).map(({ rule }) => rule);

describe("findBadNames", () => {
  it.each([
    ["packages/core/src/time/utils.ts", "telling-name"],
    ["packages/core/src/helpers/round.ts", "telling-name"],
    ["packages/core/src/common.test.ts", "telling-name"],
    ["apps/server/src/web/types.tsx", "telling-name"],
    ["packages/core/src/time/localDate.ts", "kebab-case"],
    ["packages/core/src/Time/zone.ts", "kebab-case"],
    ["packages/core/src/time/local_date.ts", "kebab-case"],
  ])("finds %s", (path, rule) => {
    expect(rulesFor(path)).toEqual([rule]);
  });

  it.each([
    "packages/core/src/time/local-date.test.ts",
    "packages/core/test/booking.property.test.ts",
    "packages/core/src/plural.test-d.ts",
    "apps/server/src/web/week-view.tsx",
    "tools/launch.mjs",
    "vitest.config.ts",
    "packages/core/src/types/README.md",
  ])("accepts %s", (path) => {
    expect(rulesFor(path)).toEqual([]);
  });
});
