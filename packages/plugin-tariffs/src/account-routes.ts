import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { localDateOf } from "@neuadd/core";
import { type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { drawUpAccount, type Release } from "./account.ts";
import { agreeAtLast } from "./agree-at-last.ts";
import { catchUp } from "./catch-up.ts";
import { issueDocuments } from "./issue-documents.ts";
import { AccountSchema, type DocumentSchema, IssuedSchema } from "./route-schemas.ts";
import { nothingAgreed, priceIncomplete } from "./tariff-problems.ts";
import { addReleases, readQuotes, readReleases } from "./tariff-store.ts";
import { versionOn } from "./tariff-version.ts";
import { type TariffsContext, taxOf, taxStatesOf, versionsOf } from "./tariffs-context.ts";

const BookingParameters = z.object({ school: z.string(), booking: z.string() });

const seen = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", "BOOKING_UNKNOWN", nothingAgreed()],
};
const security = [{ key: [] }];
const tags = ["tariffs"];

const accountRoute = createRoute({
  operationId: "readTariffAccount",
  method: "get",
  path: "/schools/{school}/bookings/{booking}/account",
  tags,
  summary: "What was agreed for a booking, and what is due",
  "x-cy": { summary: "Beth a gytunwyd am archeb, a beth sy'n ddyledus" },
  security,
  request: { params: BookingParameters },
  responses: {
    200: {
      description: "The account of the booking.",
      content: { "application/json": { schema: AccountSchema } },
    },
    ...problemAnswers(seen),
  },
});

const issueRoute = createRoute({
  operationId: "issueTariffDocuments",
  method: "post",
  path: "/schools/{school}/bookings/{booking}/documents",
  tags,
  summary: "Invoice what is due and not yet asked for; credit what was asked for and is not due",
  description: "Safe to repeat: when account and documents agree, nothing is issued.",
  "x-cy": {
    summary:
      "Anfonebu'r hyn sy'n ddyledus ac na ofynnwyd amdano eto; credydu'r hyn y gofynnwyd amdano ac nad yw'n ddyledus",
    description:
      "Gellir ei wneud eto'n ddiogel: pan fo'r cyfrif a'r dogfennau'n cytuno, ni chyhoeddir dim.",
  },
  security,
  request: { params: BookingParameters },
  responses: {
    200: {
      description:
        "What was issued: at most an invoice and a credit note; and where the school stands with taxes on the booking.",
      content: { "application/json": { schema: IssuedSchema } },
    },
    ...problemAnswers({ ...seen, 409: [priceIncomplete(["2026-09-08"])] }),
  },
});

const depositRoute = createRoute({
  operationId: "returnTariffDeposit",
  method: "post",
  path: "/schools/{school}/bookings/{booking}/deposit-returns",
  tags,
  summary: "Give back the deposit of a booking",
  description: "Nothing of it is due any more: the next credit note gives back what was asked for.",
  "x-cy": {
    summary: "Rhoi blaendal archeb yn ôl",
    description:
      "Nid oes dim ohono'n ddyledus mwyach: mae'r nodyn credyd nesaf yn rhoi'n ôl yr hyn y gofynnwyd amdano.",
  },
  security,
  request: { params: BookingParameters },
  responses: {
    204: { description: "It is given back, if there was one." },
    ...problemAnswers(seen),
  },
});

/** Who may issue documents and give back deposits. */
const KEEPS = { kinds: ["school", "authority", "operator"], scope: "approvals:write" } as const;

/** What was agreed for a booking, what is asked for of it, and what is given back. */
export function addAccountRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  context: TariffsContext,
): void {
  addRead(routes, context);
  addIssue(routes, context);
  addDepositReturn(routes, context);
}

function addRead(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
  const { host, tables } = context;

  routes.openapi(accountRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { language } = call.var.exchange;
    const { booking } = await host.access.booking(call.var.exchange, school, id, {
      scope: "bookings:read",
    });
    await catchUp(context, school, booking.id);
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
}

function addIssue(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
  const { host, tables } = context;

  routes.openapi(issueRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { booking, facts } = await host.access.booking(call.var.exchange, school, id, KEEPS);
    const at = host.now();
    const quote = await agreeAtLast(context, facts, booking);
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
    const states = await taxStatesOf(context, school, id);
    const { language } = call.var.exchange;
    const taxStates = states.map((state) => ({ ...state, sentence: state.sentence[language] }));
    return call.json(
      { items: structuredClone(documents) as z.infer<typeof DocumentSchema>[], taxStates },
      200,
    );
  });
}

function addDepositReturn(routes: OpenAPIHono<PluginEnvironment>, context: TariffsContext): void {
  const { host, tables } = context;

  routes.openapi(depositRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { facts } = await host.access.booking(call.var.exchange, school, id, KEEPS);
    await catchUp(context, school, id);
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
