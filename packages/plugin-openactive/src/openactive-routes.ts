import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type PluginEnvironment,
  type PluginHost,
  PluginProblem,
  problemAnswers,
} from "@neuadd/plugin-kit";
import { cors } from "hono/cors";
import type { Kysely } from "kysely";
import { datasetSite } from "./dataset-site.ts";
import { datasetUrl } from "./dataset-url.ts";
import { FEED_NAMES, LICENCE_URL, OPENACTIVE_CONTEXT } from "./feeds.ts";
import type { OpenActiveApi } from "./openactive-api.ts";
import type { OpenActiveTables } from "./openactive-tables.ts";
import { PublicationSchema } from "./publication-schema.ts";
import { readRpdePage } from "./rpde-page.ts";
import { publishedSchools, readRecord, type SchoolRecord } from "./school-record.ts";

export interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<OpenActiveTables>;
  readonly api: OpenActiveApi;
}

const TAGS = ["openactive"];

const SchoolParams = z.object({
  school: z.string().openapi({ description: "Id of the school.", example: "brynmawr-foundation" }),
});

const RpdePageSchema = z
  .object({
    next: z.url(),
    items: z.array(
      z.object({
        state: z.enum(["updated", "deleted"]),
        kind: z.string(),
        id: z.string(),
        modified: z.int(),
        data: z
          .record(z.string(), z.unknown())
          .openapi({ description: "JSON-LD. Absent once deleted." })
          .exactOptional(),
      }),
    ),
    license: z.literal(LICENCE_URL),
  })
  .openapi("RpdePage", { description: "A page of Realtime Paged Data Exchange 1.0." });

const CatalogueSchema = z
  .object({
    "@context": z.string(),
    "@type": z.literal("DataCatalog"),
    "@id": z.url(),
    license: z.url(),
    dataset: z.array(z.url()),
  })
  .openapi("OpenActiveCatalogue", { description: "Dataset sites of all schools that publish." });

const catalogueRoute = createRoute({
  operationId: "readOpenActiveCatalogue",
  method: "get",
  path: "/catalogue",
  tags: TAGS,
  summary: "Catalogue of the datasets",
  security: [],
  responses: {
    200: {
      description: "The catalogue, as JSON-LD.",
      content: { "application/ld+json": { schema: CatalogueSchema } },
    },
    ...problemAnswers({}),
  },
});

const siteRoute = createRoute({
  operationId: "readOpenActiveDatasetSite",
  method: "get",
  path: "/schools/{school}",
  tags: TAGS,
  summary: "Dataset site of a school",
  description: "A page for people, with a schema.org Dataset in it for machines.",
  security: [],
  request: {
    params: SchoolParams,
    query: z.object({ lang: z.enum(["cy", "en"]).optional() }),
  },
  responses: {
    200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
    ...problemAnswers({ 404: ["SCHOOL_UNKNOWN", "openactive/NOT_PUBLISHED"] }),
  },
});

const feedRoute = createRoute({
  operationId: "readOpenActiveFeed",
  method: "get",
  path: "/schools/{school}/feeds/{feed}",
  tags: TAGS,
  summary: "A feed of a school",
  description: "Follow `next` until a page is empty and its `next` is its own address.",
  security: [],
  request: {
    params: SchoolParams.extend({ feed: z.enum(FEED_NAMES) }),
    query: z.object({
      afterChangeNumber: z.coerce
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .openapi({ type: "integer", description: "The last change that the reader has." })
        .optional(),
    }),
  },
  responses: {
    200: {
      description: "A page.",
      content: { "application/json": { schema: RpdePageSchema } },
    },
    ...problemAnswers({
      400: ["QUERY_INVALID"],
      404: ["SCHOOL_UNKNOWN", "openactive/NOT_PUBLISHED"],
    }),
  },
});

const security = [{ key: [] }];
const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN", "openactive/NOT_PUBLISHED"],
};

const readPublicationRoute = createRoute({
  operationId: "readOpenActivePublication",
  method: "get",
  path: "/schools/{school}/publication",
  tags: TAGS,
  summary: "What a school publishes of itself",
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
  tags: TAGS,
  summary: "Publish a school's open data",
  description: "Or change what it says. The feeds hold it at once.",
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
      422: ["BODY_INVALID", "openactive/PLACE_MISSING"],
    }),
  },
});

const withdrawRoute = createRoute({
  operationId: "withdrawOpenActive",
  method: "delete",
  path: "/schools/{school}/publication",
  tags: TAGS,
  summary: "Withdraw a school's open data",
  description: "The feeds tell their readers for 8 days that every record is deleted.",
  security,
  request: { params: SchoolParams },
  responses: { 204: { description: "It is withdrawn." }, ...problemAnswers(refusals) },
});

/** Under `/v1/x/openactive`. What is public may be read from any web site. */
export function openActiveRoutes({ host, tables, api }: RouteParts) {
  const routes = new OpenAPIHono<PluginEnvironment>();
  const open = cors({ origin: "*", allowMethods: ["GET", "HEAD"] });
  for (const path of ["/catalogue", "/schools/:school", "/schools/:school/feeds/*"]) {
    routes.use(path, open, async (context, next) => {
      await next();
      context.header("cross-origin-resource-policy", "cross-origin");
    });
  }

  routes.openapi(catalogueRoute, async (context) => {
    const published = await publishedSchools(tables);
    const catalogue = {
      "@context": OPENACTIVE_CONTEXT,
      "@type": "DataCatalog" as const,
      "@id": `${host.publicUrl}/v1/x/${host.id}/catalogue`,
      license: LICENCE_URL,
      dataset: published.map(({ school }) => datasetUrl(host, school)),
    };
    return context.json(catalogue, 200, {
      "content-type": "application/ld+json",
      "cache-control": "public, max-age=3600",
    });
  });

  routes.openapi(siteRoute, async (context) => {
    const { exchange } = context.var;
    const { school } = context.req.valid("param");
    const { lang = exchange.language } = context.req.valid("query");
    const facts = await host.access.anyone(exchange, school);
    const record = published(await readRecord(tables, school));
    return context.body(await datasetSite(host, facts, record, lang), 200, {
      "content-type": "text/html; charset=utf-8",
      "content-language": lang,
      "cache-control": "public, max-age=3600",
    });
  });

  routes.openapi(feedRoute, async (context) => {
    const { school, feed } = context.req.valid("param");
    const { afterChangeNumber } = context.req.valid("query");
    // One that has withdrawn goes on to tell of what is deleted.
    if ((await readRecord(tables, school)) === undefined) {
      await host.access.anyone(context.var.exchange, school);
      throw notPublished();
    }
    const page = await readRpdePage(tables, {
      school,
      feed,
      url: `${datasetUrl(host, school)}/feeds/${feed}`,
      ...(afterChangeNumber !== undefined && { afterChangeNumber }),
    });
    // A page with records stays right for ever: what changes comes after it. Only the end must be asked for anew.
    const maxAge = page.items.length > 0 ? 3600 : 8;
    return context.json({ ...page, items: [...page.items] }, 200, {
      "cache-control": `public, max-age=${maxAge}`,
    });
  });

  routes.openapi(readPublicationRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school);
    const { publication } = published(await readRecord(tables, school));
    return context.json(publication, 200);
  });

  routes.openapi(publishRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school);
    await api.publish(school, context.req.valid("json"));
    return context.body(null, 204);
  });

  routes.openapi(withdrawRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school);
    if (!(await api.withdraw(school))) throw notPublished();
    return context.body(null, 204);
  });
  return routes;
}

function published(record: SchoolRecord | undefined): SchoolRecord {
  if (record?.isPublished !== true) throw notPublished();
  return record;
}

function notPublished(): PluginProblem {
  return new PluginProblem("openactive/NOT_PUBLISHED", 404, {
    title: { cy: "Dim data agored", en: "No open data" },
    detail: {
      cy: "Nid yw'r ysgol hon yn cyhoeddi data agored.",
      en: "This school does not publish open data.",
    },
  });
}
