import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type PluginEnvironment, type PluginHost, problemAnswers } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { addReading, decibels } from "./add-reading.ts";
import { type Agreement, isLoud } from "./agreement.ts";
import type { QuietHoursApi } from "./quiet-hours-api.ts";
import type { QuietHoursTables } from "./quiet-hours-tables.ts";

interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<QuietHoursTables>;
  readonly api: QuietHoursApi;
}

const SchoolParameter = z.object({
  school: z.string().openapi({ example: "brynmawr-foundation" }),
});

const QuietHours = z
  .object({
    from: z.string().openapi({ example: "21:00" }),
    spaces: z.array(z.object({ id: z.string(), name: z.string() })),
    approvals: z.int(),
  })
  .openapi("QuietHours", { description: "What was agreed with the neighbours of a school." });

const Reading = z
  .strictObject({ decibels })
  .openapi("SoundReading", { description: "One measurement of the sound level." });

const readRoute = createRoute({
  operationId: "readQuietHours",
  method: "get",
  path: "/schools/{school}",
  tags: ["quiet-hours"],
  summary: "The quiet hours of a school",
  "x-cy": { summary: "Oriau tawel ysgol" },
  security: [],
  request: { params: SchoolParameter },
  responses: {
    200: {
      description: "The quiet hours.",
      content: { "application/json": { schema: QuietHours } },
    },
    ...problemAnswers({ 404: ["SCHOOL_UNKNOWN"] }),
  },
});

const addRoute = createRoute({
  operationId: "addSoundReading",
  method: "post",
  path: "/schools/{school}/readings",
  tags: ["quiet-hours"],
  summary: "Hand in a reading of the sound level",
  "x-cy": { summary: "Cyflwyno darlleniad o lefel y sain" },
  security: [{ key: [] }],
  request: {
    params: SchoolParameter,
    body: { required: true, content: { "application/json": { schema: Reading } } },
  },
  responses: {
    204: { description: "The reading is kept for four weeks." },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN"],
      422: ["BODY_INVALID"],
    }),
  },
});

/** Kind 3, routes: under `/v1/x/quiet-hours`, and in the server's OpenAPI document. */
export function quietHoursRoutes(agreement: Agreement, { host, tables, api }: RouteParts) {
  const routes = new OpenAPIHono<PluginEnvironment>();

  routes.openapi(readRoute, async (context) => {
    const { school } = context.req.valid("param");
    const { exchange } = context.var;
    const { tree } = await host.access.anyone(exchange, school);
    const spaces = tree.spaces
      .filter((space) => isLoud(space, agreement))
      .map(({ id, name }) => ({ id, name: name[exchange.language] }));
    const approvals = await api.approvals(school);
    return context.json({ from: agreement.from, spaces, approvals }, 200);
  });

  routes.openapi(addRoute, async (context) => {
    const { school } = context.req.valid("param");
    const reading = { school, ...context.req.valid("json") };
    await addReading(host, tables, context.var.exchange, reading);
    return context.body(null, 204);
  });
  return routes;
}
