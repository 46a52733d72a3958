import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { DOCUMENT_KINDS, type DocumentKind, documentName } from "./billing-document.ts";
import { documentPdf } from "./document-pdf.ts";
import { readDocument, readDocuments } from "./read-documents.ts";
import { DocumentSchema } from "./route-schemas.ts";
import { documentUnknown } from "./tariff-problems.ts";
import { streamDocumentsCsv } from "./stream-documents-csv.ts";
import type { TariffsContext } from "./tariffs-context.ts";

const KindParameters = z.object({
  school: z.string(),
  // Checked after the key: who may not look is not told what there is to look for.
  kind: z.string().openapi({
    ...describedAs({
      cy: "`invoice` (anfoneb) neu `creditNote` (nodyn credyd).",
      en: "`invoice` or `creditNote`.",
    }),
    example: "invoice",
  }),
});
const DocumentParameters = KindParameters.extend({
  number: z.string().openapi(describedAs({ cy: "Y rhif, megis 42.", en: "The number, as 42." })),
});
/** What a column of numbers holds in every database. */
const LARGEST_NUMBER = 2_147_483_647;
const AfterQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(LARGEST_NUMBER)
    .default(0)
    .openapi(
      describedAs({
        cy: "Dim ond dogfennau â rhif uwch na hwn.",
        en: "Only documents with a number above this one.",
      }),
    ),
});
const PageQuery = AfterQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", documentUnknown()],
};
const ONE = problemAnswers(refusals);
const PAGE = problemAnswers({ ...refusals, 400: ["QUERY_INVALID"] });
const security = [{ key: [] }];
const tags = ["tariffs"];

const listRoute = createRoute({
  operationId: "listTariffDocuments",
  method: "get",
  path: "/schools/{school}/documents/{kind}",
  tags,
  summary: "The invoices or credit notes of a school, in order of number",
  "x-cy": { summary: "Anfonebau neu nodiadau credyd ysgol, yn nhrefn eu rhifau" },
  security,
  request: { params: KindParameters, query: PageQuery },
  responses: {
    200: {
      description: "The documents; `next` is the `after` of the page that follows.",
      content: {
        "application/json": {
          schema: z.object({ items: z.array(DocumentSchema), next: z.int().exactOptional() }),
        },
      },
    },
    ...PAGE,
  },
});

const csvRoute = createRoute({
  operationId: "readTariffDocumentsCsv",
  method: "get",
  path: "/schools/{school}/documents/{kind}/csv",
  tags,
  summary: "All invoices or credit notes of a school as CSV",
  description: "However many there are. `after`: only those after a number.",
  "x-cy": {
    summary: "Holl anfonebau neu nodiadau credyd ysgol ar ffurf CSV",
    description: "Faint bynnag sydd. `after`: dim ond y rhai ar ôl rhif.",
  },
  security,
  request: { params: KindParameters, query: AfterQuery },
  responses: {
    200: {
      description: "A row for each line.",
      content: { "text/csv": { schema: z.string() } },
    },
    ...PAGE,
  },
});

const readRoute = createRoute({
  operationId: "readTariffDocument",
  method: "get",
  path: "/schools/{school}/documents/{kind}/{number}",
  tags,
  summary: "An invoice or a credit note; its hirer may read it too",
  "x-cy": { summary: "Anfoneb neu nodyn credyd; caiff ei llogwr ei darllen hefyd" },
  security,
  request: { params: DocumentParameters },
  responses: {
    200: {
      description: "The document as it was issued.",
      content: { "application/json": { schema: DocumentSchema } },
    },
    ...ONE,
  },
});

const pdfRoute = createRoute({
  operationId: "readTariffDocumentPdf",
  method: "get",
  path: "/schools/{school}/documents/{kind}/{number}/pdf",
  tags,
  summary: "An invoice or a credit note as PDF, in the language of Accept-Language",
  "x-cy": { summary: "Anfoneb neu nodyn credyd ar ffurf PDF, yn iaith Accept-Language" },
  security,
  request: { params: DocumentParameters },
  responses: {
    200: {
      description: "The document, tagged, with its text.",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...ONE,
  },
});

type Document = z.infer<typeof DocumentSchema>;

/** Invoices and credit notes, as they were issued. */
export function addDocumentRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  context: TariffsContext,
): void {
  const { host, tables } = context;
  const keeper = { scope: "bookings:read" } as const;

  routes.openapi(listRoute, async (call) => {
    const { school, kind } = call.req.valid("param");
    await host.access.school(call.var.exchange, school, keeper);
    const page = call.req.valid("query");
    const items = await readDocuments(tables, school, kindOf(kind), page);
    const next = items.length === page.limit ? items.at(-1)?.number : undefined;
    return call.json(
      { items: items as unknown as Document[], ...(next !== undefined && { next }) },
      200,
    );
  });

  routes.openapi(csvRoute, async (call) => {
    const { school, kind } = call.req.valid("param");
    await host.access.school(call.var.exchange, school, keeper);
    const { after } = call.req.valid("query");
    const { language } = call.var.exchange;
    const wanted = { school, kind: kindOf(kind), after, language };
    return call.body(streamDocumentsCsv(tables, wanted), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${school}-${kind}.csv"`,
    });
  });

  routes.openapi(readRoute, async (call) => {
    const document = await findDocument(context, call.var.exchange, call.req.valid("param"));
    return call.json(document as unknown as Document, 200);
  });

  routes.openapi(pdfRoute, async (call) => {
    const { exchange } = call.var;
    const document = await findDocument(context, exchange, call.req.valid("param"));
    return call.body(await documentPdf(document, exchange.language), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${documentName(document)}.pdf"`,
    });
  });
}

/** A document, for the hirer of its booking and for those who act for the school. */
async function findDocument(
  { host, tables }: TariffsContext,
  exchange: PluginEnvironment["Variables"]["exchange"],
  { school, kind, number }: z.infer<typeof DocumentParameters>,
) {
  const { caller } = await host.access.school(exchange, school, {
    kinds: ["hirer", "school", "authority", "operator"],
    scope: "bookings:read",
  });
  const wanted = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
  const document = await readDocument(tables, school, kindOf(kind), wanted);
  const isStrange = caller.kind === "hirer" && caller.owner !== document?.hirer.id;
  if (document === undefined || isStrange) throw documentUnknown();
  return document;
}

function kindOf(text: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((known) => known === text);
  if (kind === undefined) throw documentUnknown();
  return kind;
}
