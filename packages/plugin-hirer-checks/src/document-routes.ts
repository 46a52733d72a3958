import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { HIRER_DOCUMENT_KINDS, HirerDocumentSchema } from "@neuadd/core";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { documentUnknown } from "./check-problems.ts";
import { addDocument, readDocuments, removeDocument } from "./document-store.ts";
import { passHirerAtSchool } from "./hirer-access.ts";
import { freshId, HirerParams, type RouteParts } from "./route-parts.ts";

const NewDocument = HirerDocumentSchema.meta({
  description: "A document that the school has seen, as a dated fact: never a copy of it.",
  examples: [
    {
      kind: "publicLiabilityInsurance",
      reference: "PL-2041",
      validFrom: "2026-04-01",
      validUntil: "2027-03-31",
      seenBy: "Business manager",
      seenOn: "2026-08-20",
    },
  ],
});

const SeenDocument = z
  .object({
    id: z.string().openapi({ example: "doc_3f0c2a9be1d47a5866b0c1d2" }),
    hirer: z.string(),
    kind: z.enum(HIRER_DOCUMENT_KINDS),
    reference: z.string(),
    validFrom: z.string().openapi({ description: "First day it holds." }),
    validUntil: z.string().exactOptional().openapi({ description: "Last day it holds." }),
    seenBy: z.string(),
    seenOn: z.string(),
  })
  .openapi("SeenHirerDocument", { description: "A document that the school has seen." });

const shared = { tags: ["hirer-checks"], security: [{ key: [] }] };
const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN", "HIRER_UNKNOWN"],
};

const listRoute = createRoute({
  ...shared,
  operationId: "listHirerDocuments",
  method: "get",
  path: "/schools/{school}/hirers/{hirer}/documents",
  summary: "The documents that a school has seen of a hirer",
  description: "For the school, and for the hirer itself.",
  "x-cy": {
    summary: "Y dogfennau gan logwr y mae ysgol wedi'u gweld",
    description: "I'r ysgol, ac i'r llogwr ei hun.",
  },
  request: { params: HirerParams },
  responses: {
    200: {
      description: "All of them.",
      content: { "application/json": { schema: z.object({ items: z.array(SeenDocument) }) } },
    },
    ...problemAnswers(refusals),
  },
});

const addRoute = createRoute({
  ...shared,
  operationId: "addHirerDocument",
  method: "post",
  path: "/schools/{school}/hirers/{hirer}/documents",
  summary: "Note a document that the school has seen",
  "x-cy": { summary: "Nodi dogfen y mae'r ysgol wedi'i gweld" },
  request: {
    params: HirerParams,
    body: { required: true, content: { "application/json": { schema: NewDocument } } },
  },
  responses: {
    201: {
      description: "The document as noted.",
      content: { "application/json": { schema: SeenDocument } },
    },
    ...problemAnswers({ ...refusals, 422: ["BODY_INVALID"] }),
  },
});

const removeRoute = createRoute({
  ...shared,
  operationId: "removeHirerDocument",
  method: "delete",
  path: "/schools/{school}/hirers/{hirer}/documents/{document}",
  summary: "Forget a document",
  "x-cy": { summary: "Anghofio dogfen" },
  request: {
    params: HirerParams.extend({
      document: z
        .string()
        .max(100)
        .openapi(describedAs({ cy: "Dynodydd y ddogfen.", en: "Id of the document." })),
    }),
  },
  responses: {
    204: { description: "It is forgotten." },
    ...problemAnswers({
      ...refusals,
      404: [...refusals[404], documentUnknown()],
    }),
  },
});

/** A school notes and forgets what it has seen; the hirer may read it. */
export function addDocumentRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables }: RouteParts,
): void {
  const keepers = ["school", "authority", "operator"] as const;

  routes.openapi(listRoute, async (context) => {
    const place = context.req.valid("param");
    await passHirerAtSchool(host, context.var.exchange, place, { scope: "hirers:read" });
    return context.json({ items: await readDocuments(tables, place.school, place.hirer) }, 200);
  });

  routes.openapi(addRoute, async (context) => {
    const place = context.req.valid("param");
    const needs = { kinds: keepers, scope: "hirers:write" } as const;
    await passHirerAtSchool(host, context.var.exchange, place, needs);
    const document = context.req.valid("json");
    const seen = { id: freshId(host, "doc"), hirer: place.hirer, ...document };
    await addDocument(tables, place.school, seen);
    return context.json(seen, 201);
  });

  routes.openapi(removeRoute, async (context) => {
    const { document, ...place } = context.req.valid("param");
    const needs = { kinds: keepers, scope: "hirers:write" } as const;
    await passHirerAtSchool(host, context.var.exchange, place, needs);
    if (!(await removeDocument(tables, place.school, place.hirer, document))) {
      throw documentUnknown();
    }
    return context.body(null, 204);
  });
}
