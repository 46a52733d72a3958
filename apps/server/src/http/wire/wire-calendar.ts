import { z } from "@hono/zod-openapi";
import { DAY_KINDS, type SchoolDay } from "@neuadd/core";
import { oneOf, WireDate, WireName } from "./wire-parts.ts";

export const WireSchoolDay = z
  .object({
    date: WireDate,
    kind: oneOf(DAY_KINDS),
    name: WireName.exactOptional(),
    source: z.string().openapi({ description: "Title or address of what says so." }),
    period: oneOf(["term", "halfTerm", "holiday"]),
    isBankHoliday: z.boolean(),
  })
  .openapi("SchoolDay", { description: "What a date is for a school, and who says so." });

export function wireSchoolDay(day: SchoolDay): z.output<typeof WireSchoolDay> {
  return {
    date: day.date,
    kind: day.kind,
    ...(day.name && { name: day.name }),
    source: day.source,
    period: day.period,
    isBankHoliday: day.isBankHoliday,
  };
}
