import { z } from "@hono/zod-openapi";
import { dayNumber, localDate, localDateOf, schoolDay } from "@neuadd/core";
import { readSchool } from "../../ledger/school-model.ts";
import { daySpan } from "../day-span.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { SchoolParams, SpanQuery } from "../query-schemas.ts";
import { respondJson } from "../respond.ts";
import { WireSchoolDay, wireSchoolDay } from "../wire/wire-calendar.ts";
import { WireDate, WireRevision, WireZone } from "../wire/wire-parts.ts";

const LONGEST_SPAN_DAYS = 400;

const WireCalendar = z
  .object({
    school: z.string(),
    zone: WireZone,
    today: WireDate,
    revision: WireRevision,
    days: z.array(WireSchoolDay),
  })
  .openapi("Calendar", { description: "Days of a school, in order." });

/** What dates are for a school, for anyone. */
export function addCalendarRoutes(api: Api): void {
  addOperation(
    api,
    {
      id: "getCalendar",
      method: "get",
      path: "/v1/schools/{school}/calendar",
      tag: "schools",
      inputs: { params: SchoolParams, query: z.strictObject(SpanQuery.shape) },
      answers: { 200: { description: "The days.", schema: WireCalendar } },
    },
    async ({ context, services, params, query }) => {
      const { school, calendar, revision } = await readSchool(services, params().school);
      const today = localDateOf(services.clock.now(), school.zone);
      const { from, to } = daySpan(query(), today, LONGEST_SPAN_DAYS);
      const first = dayNumber(from);
      const days = Array.from({ length: dayNumber(to) - first }, (_, index) =>
        wireSchoolDay(schoolDay(calendar, localDate(first + index))),
      );
      return respondJson(
        context,
        200,
        { school: school.id, zone: school.zone, today, revision, days },
        { "cache-control": "public, no-cache" },
      );
    },
  );
}
