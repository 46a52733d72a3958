import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { localDateOf } from "@neuadd/core";
import { type PluginEnvironment, PluginProblem, problemAnswers } from "@neuadd/plugin-kit";
import { agreePrice } from "./agree-price.ts";
import { DOCUMENT_KINDS, type DocumentKind, documentName } from "./billing-document.ts";
import { documentsCsv } from "./document-csv.ts";
import { documentPdf } from "./document-pdf.ts";
import { issueDocuments } from "./issue-documents.ts";
import { readDocument, readDocuments } from "./read-documents.ts";
import { AccountSchema, DocumentSchema } from "./route-schemas.ts";
import { addReleases, readQuotes, readReleases } from "./tariff-store.ts";
import { drawUpAccount, type Release } from "./account.ts";
import { type TariffsContext, taxOf, versionsOf } from "./tariffs-context.ts";
import { versionOn } from "./tariff-version.ts";

const BookingParameters = z.object({ school: z.string(), booking: z.string() });
const KindParameters = z.object({
  school: z.string(),
  // Checked after the key: who may not look is not told what there is to look for.
  kind: z.string().openapi({ description: "`invoice` or `creditNote`.", example: "invoice" }),
});
const DocumentParameters = KindParameters.extend({
  number: z.string().openapi({ description: "The number, as 42." }),
});
const PageQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

const SEEN = problemAnswers({
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", "BOOKING_UNKNOWN", "tariffs/NOTHING_AGREED"],
});
const KEPT = problemAnswers({
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", "tariffs/DOCUMENT_UNKNOWN"],
});
const security = [{ key: [] }];
const tags = ["tariffs"];

const accountRoute = createRoute({
  operationId: "readTariffAccount",
  method: "get",
  path: "/schools/{school}/bookings/{booking}/account",
  tags,
  summary: "What was agreed for a booking, and what is due",
  security,
  request: { params: BookingParameters },
  responses: {
    200: {
      description: "The account of the booking.",
      content: { "application/json": { schema: AccountSchema } },
    },
    ...SEEN,
  },
});

const issueRoute = createRoute({
  operationId: "issueTariffDocuments",
  method: "post",
  path: "/schools/{school}/bookings/{booking}/documents",
  tags,
  summary: "Invoice what is due and not yet asked for; credit what was asked for and is not due",
  description: "Safe to repeat: when account and documents agree, nothing is issued.",
  security,
  request: { params: BookingParameters },
  responses: {
    200: {
      description: "What was issued: at most an invoice and a credit note.",
      content: {
        "application/json": { schema: z.object({ items: z.array(DocumentSchema) }) },
      },
    },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN", "SCOPE_MISSING"],
      404: ["SCHOOL_UNKNOWN", "BOOKING_UNKNOWN", "tariffs/NOTHING_AGREED"],
      409: ["tariffs/PRICE_INCOMPLETE"],
    }),
  },
});

const depositRoute = createRoute({
  operationId: "returnTariffDeposit",
  method: "post",
  path: "/schools/{school}/bookings/{booking}/deposit-returns",
  tags,
  summary: "Give back the deposit of a booking",
  description: "Nothing of it is due any more: the next credit note gives back what was asked for.",
  security,
  request: { params: BookingParameters },
  responses: {
    204: { description: "It is given back, if there was one." },
    ...SEEN,
  },
});

const listRoute = createRoute({
  operationId: "listTariffDocuments",
  method: "get",
  path: "/schools/{school}/documents/{kind}",
  tags,
  summary: "The invoices or credit notes of a school, in order of number",
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
    ...KEPT,
  },
});

const csvRoute = createRoute({
  operationId: "readTariffDocumentsCsv",
  method: "get",
  path: "/schools/{school}/documents/{kind}/csv",
  tags,
  summary: "The invoices or credit notes of a school as CSV",
  security,
  request: { params: KindParameters, query: PageQuery },
  responses: {
    200: {
      description: "A row for each line.",
      content: { "text/csv": { schema: z.string() } },
    },
    ...KEPT,
  },
});

const readRoute = createRoute({
  operationId: "readTariffDocument",
  method: "get",
  path: "/schools/{school}/documents/{kind}/{number}",
  tags,
  summary: "An invoice or a credit note; its hirer may read it too",
  security,
  request: { params: DocumentParameters },
  responses: {
    200: {
      description: "The document as it was issued.",
      content: { "application/json": { schema: DocumentSchema } },
    },
    ...KEPT,
  },
});

const pdfRoute = createRoute({
  operationId: "readTariffDocumentPdf",
  method: "get",
  path: "/schools/{school}/documents/{kind}/{number}/pdf",
  tags,
  summary: "An invoice or a credit note as PDF, in the language of Accept-Language",
  security,
  request: { params: DocumentParameters },
  responses: {
    200: {
      description: "The document, tagged, with its text.",
      content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...KEPT,
  },
});

/** Routes about accounts and documents. */
export function addBillingRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  context: TariffsContext,
): void {
  addAccountRoutes(routes, context);
  addDepositRoute(routes, context);
  addDocumentRoutes(routes, context);
}

function addAccountRoutes(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
  const { host, tables } = context;

  routes.openapi(accountRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { language } = call.var.exchange;
    const { booking } = await host.access.booking(call.var.exchange, school, id, {
      scope: "bookings:read",
    });
    const [quote] = await readQuotes(tables, school, booking.id);
    if (quote === undefined) throw nothingAgreed();
    const releases = await readReleases(tables, school, id);
    const account = drawUpAccount(quote, releases, await taxOf(context, school, id));
    const lines = account.lines.map(({ label, ...line }) => ({ ...line, label: label[language] }));
    return call.json(
      {
        booking: id,
        revision: quote.revision,
        versions: [...quote.versions],
        currency: account.currency,
        agreedPence: quote.totalPence,
        duePence: account.duePence,
        unpriced: [...quote.unpriced],
        lines,
      },
      200,
    );
  });

  routes.openapi(issueRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { booking, facts } = await host.access.booking(call.var.exchange, school, id, KEEPS);
    const at = host.now();
    const [agreed] = await readQuotes(tables, school, id);
    const isOpen = agreed === undefined || agreed.unpriced.length > 0;
    // An approval of before this plugin was configured, or a date that had no price then, is agreed now.
    const quote =
      isOpen && booking.status === "approved"
        ? await agreePrice(context, facts, booking, { revision: facts.revision, at })
        : agreed;
    if (quote === undefined) throw nothingAgreed();
    if (quote.unpriced.length > 0) throw priceIncomplete(quote.unpriced);
    const hirer = await host.reads.hirer(booking.hirer);
    const on = localDateOf(at, facts.school.zone);
    const invoicing = versionOn(await versionsOf(context, school), on)?.tariff.invoicing;
    const tax = await taxOf(context, school, id);
    const documents = await issueDocuments(tables, {
      school: { id: school, name: facts.school.name },
      booking: { id, title: booking.title },
      hirer: {
        id: booking.hirer,
        name: hirer?.name ?? booking.hirer,
        language: hirer?.language ?? "cy",
      },
      at,
      on,
      ...(invoicing && { invoicing }),
      ...(tax && { tax }),
    });
    if (documents === undefined) throw nothingAgreed();
    return call.json({ items: structuredClone(documents) as Document[] }, 200);
  });
}

function addDepositRoute(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
  const { host, tables } = context;

  routes.openapi(depositRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { facts } = await host.access.booking(call.var.exchange, school, id, KEEPS);
    const [quote] = await readQuotes(tables, school, id);
    if (quote === undefined) throw nothingAgreed();
    const releases = quote.lines
      .filter(({ kind }) => kind === "deposit")
      .map(({ key }): Release => ({
        about: key,
        revision: facts.revision,
        sharePercent: 0,
        reason: "depositReturned",
        at: host.now(),
      }));
    await addReleases(tables, school, id, releases);
    return call.body(null, 204);
  });
}

/** Who may issue documents and give back deposits. */
const KEEPS = { kinds: ["school", "authority", "operator"], scope: "approvals:write" } as const;

type Document = z.infer<typeof DocumentSchema>;

function addDocumentRoutes(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
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
    const page = call.req.valid("query");
    const documents = await readDocuments(tables, school, kindOf(kind), page);
    return call.body(documentsCsv(documents, call.var.exchange.language), 200, {
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

function nothingAgreed(): PluginProblem {
  return new PluginProblem("tariffs/NOTHING_AGREED", 404, {
    title: { cy: "Nid oes pris wedi'i gytuno", en: "No price has been agreed" },
    detail: {
      cy: "Cytunir ar bris pan gymeradwyir archeb, os oes gan yr ysgol brisiau erbyn hynny.",
      en: "A price is agreed when a booking is approved, if the school has prices by then.",
    },
  });
}

function priceIncomplete(dates: readonly string[]): PluginProblem {
  return new PluginProblem(
    "tariffs/PRICE_INCOMPLETE",
    409,
    {
      title: { cy: "Nid oes pris i bob dyddiad", en: "Some dates have no price" },
      detail: {
        cy: "Ychwanegwch fersiwn o'r prisiau sy'n cynnwys y dyddiadau hyn, ac anfonebwch wedyn.",
        en: "Enter a version of the prices that covers these dates, then invoice.",
      },
    },
    { dates },
  );
}

function documentUnknown(): PluginProblem {
  return new PluginProblem("tariffs/DOCUMENT_UNKNOWN", 404, {
    title: { cy: "Nid oes dogfen o'r fath", en: "There is no such document" },
    detail: {
      cy: "Darllenwch y rhestr o anfonebau neu nodiadau credyd yr ysgol.",
      en: "Read the list of the school's invoices or credit notes.",
    },
  });
}
