import { z } from "@hono/zod-openapi";
import { DAY_KINDS, SPACE_KINDS, type CommunityHoursRule, type Space } from "@neuadd/core";
import { oneOf, WireName, WireTime } from "./wire-parts.ts";

const WireHoursRule = z
  .object({
    dayKinds: z.array(oneOf(DAY_KINDS)).exactOptional(),
    periods: z.array(oneOf(["term", "halfTerm", "holiday"])).exactOptional(),
    weekdays: z.array(z.int().min(1).max(7)).exactOptional(),
    hours: z.array(z.object({ startTime: WireTime, endTime: WireTime })),
  })
  .openapi("CommunityHours", {
    description:
      "Open hours of the days that match every condition given; the rules that match a day are joined. Weekdays: 1 is Monday.",
  });

export const WireSpace = z
  .object({
    id: z.string().openapi({ example: "sports-hall-a" }),
    parent: z.string().openapi({ description: "Absent for a space at the root." }).exactOptional(),
    children: z.array(z.string()),
    premises: z.string(),
    name: WireName,
    kind: oneOf(SPACE_KINDS),
    capacity: z.int(),
    layouts: z.array(z.object({ id: z.string(), name: WireName, capacity: z.int() })),
    facilities: z.array(z.string()),
    accessibility: z.array(z.string()),
    bookable: z.boolean(),
    terms: z.object({
      turnaroundMinutes: z.int(),
      minimumMinutes: z.int(),
      maximumMinutes: z.int(),
      startGridMinutes: z.int(),
      noticeHours: z.number(),
      horizonDays: z.int(),
    }),
    communityHours: z.array(WireHoursRule),
    fundedBy: z
      .object({ programme: WireName, financialYear: z.string() })
      .openapi({ description: "The award that paid for it." })
      .exactOptional(),
  })
  .openapi("Space", { description: "A space, with all that it inherits filled in." });
export type WireSpace = z.output<typeof WireSpace>;

export function wireSpace(space: Space): WireSpace {
  return {
    id: space.id,
    ...(space.parent !== undefined && { parent: space.parent }),
    children: [...space.children],
    premises: space.premises,
    name: space.name,
    kind: space.kind,
    capacity: space.capacity,
    layouts: space.layouts.map(({ id, name, capacity }) => ({ id, name, capacity })),
    facilities: [...space.facilities],
    accessibility: [...space.accessibility],
    bookable: space.bookable,
    terms: { ...space.terms },
    communityHours: space.communityHours.map(wireHoursRule),
    ...(space.fundedBy && { fundedBy: { ...space.fundedBy } }),
  };
}

function wireHoursRule(rule: CommunityHoursRule): z.output<typeof WireHoursRule> {
  return {
    ...(rule.dayKinds && { dayKinds: [...rule.dayKinds] }),
    ...(rule.periods && { periods: [...rule.periods] }),
    ...(rule.weekdays && { weekdays: [...rule.weekdays] }),
    hours: rule.hours.map(({ start, end }) => ({ startTime: start, endTime: end })),
  };
}
