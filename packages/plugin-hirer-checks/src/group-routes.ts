import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { ActivitySchema } from "@neuadd/core";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { adultsNeeded } from "./adults-needed.ts";
import { groupUnknown } from "./check-problems.ts";
import { type DeclaredGroup } from "./declared-group.ts";
import { passHirerAtSchool } from "./hirer-access.ts";
import { readGroups, removeGroup, writeGroup } from "./group-store.ts";
import { HirerParams, type RouteParts } from "./route-parts.ts";

const Count = z.int().min(0).max(10_000);

const Children = z.strictObject({
  "0-2": Count.exactOptional(),
  "3": Count.exactOptional(),
  "4-8": Count.exactOptional(),
  "9-12": Count.exactOptional(),
  "13-18": Count.exactOptional(),
});

const Group = z
  .strictObject({
    children: Children.openapi({ description: "How many children, by age in years." }),
    adults: Count.openapi({ description: "Adults in charge of them, or who take part." }),
    withParents: z.boolean().openapi({ description: "Whether a parent is with each child." }),
  })
  .openapi("DeclaredGroup", {
    description: "Who takes part in an activity.",
    example: { children: { "4-8": 12, "9-12": 8 }, adults: 3, withParents: false },
  });

const GroupOfActivity = Group.extend({
  activity: z.string(),
  adultsNeeded: z.int().openapi({
    description: "The least number of adults in charge. 0 where parents are there.",
  }),
}).openapi("DeclaredGroupOfActivity");

const GroupParams = HirerParams.extend({
  activity: ActivitySchema.meta(
    describedAs({ cy: "Beth mae pobl yn ei wneud.", en: "What people do." }),
  ),
});

const shared = { tags: ["hirer-checks"], security: [{ key: [] }] };
const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN", "HIRER_UNKNOWN"],
};

const listRoute = createRoute({
  ...shared,
  operationId: "listDeclaredGroups",
  method: "get",
  path: "/schools/{school}/hirers/{hirer}/groups",
  summary: "Who takes part in the activities of a hirer",
  "x-cy": { summary: "Pwy sy'n cymryd rhan yng ngweithgareddau llogwr" },
  request: { params: HirerParams },
  responses: {
    200: {
      description: "All that is declared.",
      content: { "application/json": { schema: z.object({ items: z.array(GroupOfActivity) }) } },
    },
    ...problemAnswers(refusals),
  },
});

const writeRoute = createRoute({
  ...shared,
  operationId: "declareGroup",
  method: "put",
  path: "/schools/{school}/hirers/{hirer}/groups/{activity}",
  summary: "Declare who takes part in an activity",
  description: "By the hirer, or by the school for it. Counts only: nothing about any one child.",
  "x-cy": {
    summary: "Datgan pwy sy'n cymryd rhan mewn gweithgaredd",
    description:
      "Gan y llogwr, neu gan yr ysgol ar ei ran. Niferoedd yn unig: dim am unrhyw blentyn unigol.",
  },
  request: {
    params: GroupParams,
    body: { required: true, content: { "application/json": { schema: Group } } },
  },
  responses: {
    200: {
      description: "The group as declared.",
      content: { "application/json": { schema: GroupOfActivity } },
    },
    ...problemAnswers({ ...refusals, 422: ["BODY_INVALID"] }),
  },
});

const removeRoute = createRoute({
  ...shared,
  operationId: "removeDeclaredGroup",
  method: "delete",
  path: "/schools/{school}/hirers/{hirer}/groups/{activity}",
  summary: "Take a declaration back",
  "x-cy": { summary: "Tynnu datganiad yn ôl" },
  request: { params: GroupParams },
  responses: {
    204: { description: "It is forgotten." },
    ...problemAnswers({ ...refusals, 404: [...refusals[404], groupUnknown()] }),
  },
});

/** The hirer declares who takes part, or the school for it. */
export function addGroupRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables }: RouteParts,
): void {
  routes.openapi(listRoute, async (context) => {
    const place = context.req.valid("param");
    await passHirerAtSchool(host, context.var.exchange, place, { scope: "hirers:read" });
    const groups = await readGroups(tables, place.school, place.hirer);
    return context.json({ items: groups.map(wireGroup) }, 200);
  });

  routes.openapi(writeRoute, async (context) => {
    const { activity, ...place } = context.req.valid("param");
    await passHirerAtSchool(host, context.var.exchange, place, { scope: "hirers:write" });
    const group = { activity, ...context.req.valid("json") };
    await writeGroup(tables, place.school, place.hirer, group);
    return context.json(wireGroup(group), 200);
  });

  routes.openapi(removeRoute, async (context) => {
    const { activity, ...place } = context.req.valid("param");
    await passHirerAtSchool(host, context.var.exchange, place, { scope: "hirers:write" });
    if (!(await removeGroup(tables, place.school, place.hirer, activity))) throw groupUnknown();
    return context.body(null, 204);
  });
}

function wireGroup(group: DeclaredGroup) {
  return { ...group, adultsNeeded: group.withParents ? 0 : adultsNeeded(group.children) };
}
