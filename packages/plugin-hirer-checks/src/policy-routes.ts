import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { CheckPolicySchema } from "./check-policy-schema.ts";
import { ifMatchNeeded, policyChanged } from "./check-problems.ts";
import { readPolicy, writePolicy } from "./policy-store.ts";
import { type RouteParts, SchoolParams } from "./route-parts.ts";

const answer = {
  description: "What the school checks.",
  headers: z.object({ ETag: z.string().openapi({ description: "Its revision, for If-Match." }) }),
  content: { "application/json": { schema: CheckPolicySchema } },
};

const readRoute = createRoute({
  operationId: "readHirerCheckPolicy",
  method: "get",
  path: "/schools/{school}/policy",
  tags: ["hirer-checks"],
  summary: "What a school checks of those who hire",
  "x-cy": { summary: "Beth mae ysgol yn ei wirio am y rhai sy'n llogi" },
  security: [],
  request: { params: SchoolParams },
  responses: { 200: answer, ...problemAnswers({ 404: ["SCHOOL_UNKNOWN"] }) },
});

const writeRoute = createRoute({
  operationId: "writeHirerCheckPolicy",
  method: "put",
  path: "/schools/{school}/policy",
  tags: ["hirer-checks"],
  summary: "Set what the school checks",
  description: "Holds for what is decided from then on. Bookings that stand are left as they are.",
  "x-cy": {
    summary: "Gosod beth mae'r ysgol yn ei wirio",
    description:
      "Mae'n gymwys i'r hyn a benderfynir o hynny ymlaen. Gadewir archebion sydd eisoes yn sefyll fel y maent.",
  },
  security: [{ key: [] }],
  request: {
    params: SchoolParams,
    headers: z.object({
      "if-match": z
        .string()
        .optional()
        .openapi(
          describedAs({
            cy: "ETag y polisi fel y'i darllenwyd.",
            en: "The ETag of the policy as read.",
          }),
        ),
    }),
    body: { required: true, content: { "application/json": { schema: CheckPolicySchema } } },
  },
  responses: {
    200: answer,
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN"],
      412: [policyChanged(1)],
      422: ["BODY_INVALID"],
      428: [ifMatchNeeded()],
    }),
  },
});

/** Anyone may read what a school asks for; the school itself sets it. */
export function addPolicyRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables, defaultPolicy }: RouteParts,
): void {
  routes.openapi(readRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.anyone(context.var.exchange, school);
    const { policy, revision } = await readPolicy(tables, school, defaultPolicy);
    return context.json(CheckPolicySchema.parse(policy), 200, { etag: tagOf(revision) });
  });

  routes.openapi(writeRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, { scope: "hirers:write" });
    const tag = context.req.valid("header")["if-match"];
    if (tag === undefined) throw ifMatchNeeded();
    const { revision } = await readPolicy(tables, school, defaultPolicy);
    const policy = context.req.valid("json");
    const isWritten =
      tag === tagOf(revision) && (await writePolicy(tables, school, policy, revision));
    if (!isWritten) throw policyChanged(revision);
    return context.json(policy, 200, { etag: tagOf(revision + 1) });
  });
}

function tagOf(revision: number): string {
  return `"${revision}"`;
}
