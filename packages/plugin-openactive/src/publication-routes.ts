import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { notPublished, placeMissing, pricesMissing } from "./openactive-problems.ts";
import { PublicationSchema } from "./publication-schema.ts";
import { published, type RouteParts, SchoolParams, tags } from "./route-parts.ts";
import { readRecord } from "./school-record.ts";

const security = [{ key: [] }];
const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", notPublished()],
};

const readPublicationRoute = createRoute({
  operationId: "readOpenActivePublication",
  method: "get",
  path: "/schools/{school}/publication",
  tags,
  summary: "What a school publishes of itself",
  "x-cy": { summary: "Beth mae ysgol yn ei gyhoeddi amdani ei hun" },
  security,
  request: { params: SchoolParams },
  responses: {
    200: {
      description: "What it says.",
      content: { "application/json": { schema: PublicationSchema } },
    },
    ...problemAnswers(refusals),
  },
});

const publishRoute = createRoute({
  operationId: "publishOpenActive",
  method: "put",
  path: "/schools/{school}/publication",
  tags,
  summary: "Publish a school's open data",
  description: "Or change what it says. The feeds hold it at once.",
  "x-cy": {
    summary: "Cyhoeddi data agored ysgol",
    description: "Neu newid yr hyn y mae'n ei ddweud. Mae yn y ffrydiau ar unwaith.",
  },
  security,
  request: {
    params: SchoolParams,
    body: { required: true, content: { "application/json": { schema: PublicationSchema } } },
  },
  responses: {
    204: { description: "It is published." },
    ...problemAnswers({
      ...refusals,
      404: ["SCHOOL_UNKNOWN"],
      422: ["BODY_INVALID", placeMissing(["main-site"]), pricesMissing()],
    }),
  },
});

const withdrawRoute = createRoute({
  operationId: "withdrawOpenActive",
  method: "delete",
  path: "/schools/{school}/publication",
  tags,
  summary: "Withdraw a school's open data",
  description: "The feeds tell their readers for 8 days that every record is deleted.",
  "x-cy": {
    summary: "Tynnu data agored ysgol yn ôl",
    description:
      "Mae'r ffrydiau'n dweud wrth eu darllenwyr am 8 diwrnod fod pob cofnod wedi'i ddileu.",
  },
  security,
  request: { params: SchoolParams },
  responses: { 204: { description: "It is withdrawn." }, ...problemAnswers(refusals) },
});

const WRITES = { scope: "approvals:write" } as const;

/** What a school publishes of itself, for keys that act for it. */
export function addPublicationRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables, api }: RouteParts,
): void {
  routes.openapi(readPublicationRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, { scope: "bookings:read" });
    const { publication } = published(await readRecord(tables, school));
    return context.json(publication, 200);
  });

  routes.openapi(publishRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, WRITES);
    await api.publish(school, context.req.valid("json"));
    return context.body(null, 204);
  });

  routes.openapi(withdrawRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, WRITES);
    if (!(await api.withdraw(school))) throw notPublished();
    return context.body(null, 204);
  });
}
