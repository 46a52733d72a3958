import { z } from "@hono/zod-openapi";
import { localDateOf, type School } from "@neuadd/core";
import { listSchools } from "../../ledger/list-schools.ts";
import { readSchool } from "../../ledger/school-model.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { SchoolParams } from "../query-schemas.ts";
import { respond, respondJson } from "../respond.ts";
import {
  WireSchool,
  wireSchool,
  WireSchoolSummary,
  wireSchoolSummary,
} from "../wire/wire-school.ts";

/** Schools, for anyone. */
export function addSchoolRoutes(api: Api): void {
  /** The answer for each list of schools that is still in use. */
  const texts = new WeakMap<readonly School[], string>();
  addOperation(
    api,
    {
      id: "listSchools",
      method: "get",
      path: "/v1/schools",
      tag: "schools",
      answers: {
        200: {
          description: "All schools, by id.",
          schema: z.object({ items: z.array(WireSchoolSummary) }),
        },
      },
    },
    async ({ context, services }) => {
      const schools = await listSchools(services);
      const text = texts.get(schools) ?? JSON.stringify({ items: schools.map(wireSchoolSummary) });
      texts.set(schools, text);
      return respond(context, 200, text, {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "public, no-cache",
      });
    },
  );

  addOperation(
    api,
    {
      id: "getSchool",
      method: "get",
      path: "/v1/schools/{school}",
      tag: "schools",
      inputs: { params: SchoolParams },
      answers: { 200: { description: "The school.", schema: WireSchool } },
    },
    async ({ context, services, params }) => {
      const state = await readSchool(services, params().school);
      const today = localDateOf(services.clock.now(), state.school.zone);
      const wire = wireSchool(state, today, services.clock.isDemonstration);
      return respondJson(context, 200, wire, { "cache-control": "public, no-cache" });
    },
  );
}
