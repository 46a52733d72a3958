import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { cors } from "hono/cors";
import { datasetSite } from "./dataset-site.ts";
import { datasetUrl } from "./dataset-url.ts";
import { FEED_NAMES, LICENCE_URL, OPENACTIVE_CONTEXT } from "./feeds.ts";
import { notPublished } from "./openactive-problems.ts";
import { published, type RouteParts, SchoolParams, tags } from "./route-parts.ts";
import { readRpdePage } from "./rpde-page.ts";
import { publishedSchools, readRecord } from "./school-record.ts";

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
  tags,
  summary: "Catalogue of the datasets",
  "x-cy": { summary: "Catalog o'r setiau data" },
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
  tags,
  summary: "Dataset site of a school",
  description: "A page for people, with a schema.org Dataset in it for machines.",
  "x-cy": {
    summary: "Safle set ddata ysgol",
    description: "Tudalen i bobl, gyda Dataset schema.org ynddi i beiriannau.",
  },
  security: [],
  request: {
    params: SchoolParams,
    query: z.object({ lang: z.enum(["cy", "en"]).optional() }),
  },
  responses: {
    200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
    ...problemAnswers({ 404: ["SCHOOL_UNKNOWN", notPublished()] }),
  },
});

const feedRoute = createRoute({
  operationId: "readOpenActiveFeed",
  method: "get",
  path: "/schools/{school}/feeds/{feed}",
  tags,
  summary: "A feed of a school",
  description: "Follow `next` until a page is empty and its `next` is its own address.",
  "x-cy": {
    summary: "Ffrwd gan ysgol",
    description: "Dilynwch `next` nes bod tudalen yn wag a'i `next` yn gyfeiriad iddi ei hun.",
  },
  security: [],
  request: {
    params: SchoolParams.extend({
      feed: z.enum(FEED_NAMES).openapi(describedAs({ cy: "Pa ffrwd.", en: "Which feed." })),
    }),
    query: z.object({
      afterChangeNumber: z.coerce
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .openapi({
          type: "integer",
          ...describedAs({
            cy: "Y newid diwethaf sydd gan y darllenydd.",
            en: "The last change that the reader has.",
          }),
        })
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
      404: ["SCHOOL_UNKNOWN", notPublished()],
    }),
  },
});

/** What anyone may read, from any web site. */
export function addPublicRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  { host, tables }: RouteParts,
): void {
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
}
