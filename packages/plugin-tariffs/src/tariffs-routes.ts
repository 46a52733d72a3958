import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { localDateOf, LocalDateSchema } from "@neuadd/core";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { addAccountRoutes } from "./account-routes.ts";
import { addDocumentRoutes } from "./document-routes.ts";
import { VersionSchema } from "./route-schemas.ts";
import { addVersion } from "./tariff-store.ts";
import { NewTariffSchema } from "./tariff-schema.ts";
import { noTariff } from "./tariff-problems.ts";
import { type TariffVersion, versionOn } from "./tariff-version.ts";
import { type TariffsContext, versionsOf } from "./tariffs-context.ts";

const SchoolParameter = z.object({
  school: z.string().openapi({ example: "brynmawr-foundation" }),
});
const tags = ["tariffs"];

const currentRoute = createRoute({
  operationId: "readTariff",
  method: "get",
  path: "/schools/{school}/tariff",
  tags,
  summary: "What a school charges on a date",
  "x-cy": { summary: "Beth mae ysgol yn ei godi ar ddyddiad" },
  security: [],
  request: {
    params: SchoolParameter,
    query: z.object({
      on: LocalDateSchema.exactOptional().openapi(
        describedAs({
          cy: "Y dyddiad; heddiw, os na roddir ef.",
          en: "The date; today, if it is not given.",
        }),
      ),
    }),
  },
  responses: {
    200: {
      description: "The version that prices the date.",
      content: { "application/json": { schema: VersionSchema } },
    },
    ...problemAnswers({ 404: ["SCHOOL_UNKNOWN", noTariff()] }),
  },
});

const listRoute = createRoute({
  operationId: "listTariffVersions",
  method: "get",
  path: "/schools/{school}/tariff/versions",
  tags,
  summary: "All versions of a school's prices",
  "x-cy": { summary: "Pob fersiwn o brisiau ysgol" },
  security: [],
  request: { params: SchoolParameter },
  responses: {
    200: {
      description: "The versions, in the order in which they were entered.",
      content: {
        "application/json": { schema: z.object({ items: z.array(VersionSchema) }) },
      },
    },
    ...problemAnswers({ 404: ["SCHOOL_UNKNOWN"] }),
  },
});

const addRoute = createRoute({
  operationId: "addTariffVersion",
  method: "post",
  path: "/schools/{school}/tariff/versions",
  tags,
  summary: "Enter prices that are valid from a date",
  description: "Adds a version; none is ever changed. What was agreed before keeps its price.",
  "x-cy": {
    summary: "Rhoi prisiau sy'n ddilys o ddyddiad ymlaen",
    description:
      "Mae'n ychwanegu fersiwn; ni newidir yr un byth. Mae'r hyn a gytunwyd ynghynt yn cadw ei bris.",
  },
  security: [{ key: [] }],
  request: {
    params: SchoolParameter,
    body: { required: true, content: { "application/json": { schema: NewTariffSchema } } },
  },
  responses: {
    201: {
      description: "The version.",
      content: { "application/json": { schema: VersionSchema } },
    },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN", "SCOPE_MISSING"],
      404: ["SCHOOL_UNKNOWN"],
      422: ["BODY_INVALID"],
    }),
  },
});

/** Kind 3, routes: under `/v1/x/tariffs`, and in the server's OpenAPI document. */
export function tariffsRoutes(context: TariffsContext): OpenAPIHono<PluginEnvironment> {
  const { host, tables } = context;
  const routes = new OpenAPIHono<PluginEnvironment>();

  routes.openapi(currentRoute, async (call) => {
    const { school } = call.req.valid("param");
    const facts = await host.access.anyone(call.var.exchange, school);
    const { on = localDateOf(host.now(), facts.school.zone) } = call.req.valid("query");
    const version = versionOn(await versionsOf(context, school), on);
    if (version === undefined) throw noTariff();
    return call.json(wireVersion(version), 200);
  });

  routes.openapi(listRoute, async (call) => {
    const { school } = call.req.valid("param");
    await host.access.anyone(call.var.exchange, school);
    const versions = await versionsOf(context, school);
    return call.json({ items: versions.map(wireVersion) }, 200);
  });

  routes.openapi(addRoute, async (call) => {
    const { school } = call.req.valid("param");
    const { caller } = await host.access.school(call.var.exchange, school, {
      scope: "approvals:write",
    });
    const { validFrom, tariff } = call.req.valid("json");
    const enteredAt = host.now();
    const number = await addVersion(tables, {
      school,
      validFrom,
      enteredAt,
      enteredBy: `key:${caller.keyId}`,
      tariff,
    });
    return call.json(wireVersion({ number, validFrom, enteredAt, tariff }), 201);
  });

  addAccountRoutes(routes, context);
  addDocumentRoutes(routes, context);
  return routes;
}

/** The wire form has lists that may be written to. */
function wireVersion(version: TariffVersion): z.infer<typeof VersionSchema> {
  return structuredClone(version) as z.infer<typeof VersionSchema>;
}
