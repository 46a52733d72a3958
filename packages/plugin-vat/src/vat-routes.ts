import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { isLocalDate, type Language } from "@neuadd/core";
import {
  describedAs,
  type BookingFacts,
  type PluginEnvironment,
  problemAnswers,
  type SchoolFacts,
} from "@neuadd/plugin-kit";
import { assessBooking, currentAssessment, type VatContext } from "./assess-booking.ts";
import { addToDecideRoute } from "./to-decide-route.ts";
import { effectOfRemoving, fragileDates, type RemovalEffect, termBlocks } from "./plan-vat.ts";
import { addAgreement, addDecision, readAgreement } from "./vat-records.ts";
import { AgreementSchema, BookingVatSchema, NewDecisionSchema, PlanSchema } from "./vat-schemas.ts";
import { addSupplierRoutes } from "./supplier-routes.ts";
import { assessmentChanged, datesInvalid } from "./vat-problems.ts";
import { vatState } from "./vat-state.ts";

const BookingParameters = z.object({ school: z.string(), booking: z.string() });
const tags = ["vat"];
const security = [{ key: [] }];
const keepers = ["school", "authority", "operator"] as const;

const bookingProblems = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN", "BOOKING_UNKNOWN"],
};
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

const readRoute = createRoute({
  operationId: "readBookingVat",
  method: "get",
  path: "/schools/{school}/bookings/{booking}",
  tags,
  summary:
    "How VAT falls on a booking, with evidence for each condition, and what the school decided",
  "x-cy": {
    summary:
      "Sut mae TAW yn disgyn ar archeb, gyda thystiolaeth ar gyfer pob amod, a beth a benderfynodd yr ysgol",
  },
  security,
  request: { params: BookingParameters },
  responses: {
    200: {
      description: "Decided with the facts of now; after the last date as it was kept.",
      content: json(BookingVatSchema),
    },
    ...problemAnswers(bookingProblems),
  },
});

const agreementRoute = createRoute({
  operationId: "tellVatAgreement",
  method: "put",
  path: "/schools/{school}/bookings/{booking}/agreement",
  tags,
  summary: "Tell what was agreed about a booking; it is decided again",
  "x-cy": { summary: "Dweud beth a gytunwyd am archeb; penderfynir arni eto" },
  security,
  request: {
    params: BookingParameters,
    body: { required: true, content: json(AgreementSchema) },
  },
  responses: {
    200: { description: "Decided with what was told.", content: json(BookingVatSchema) },
    ...problemAnswers({ ...bookingProblems, 422: ["BODY_INVALID"] }),
  },
});

const decideRoute = createRoute({
  operationId: "recordVatDecision",
  method: "post",
  path: "/schools/{school}/bookings/{booking}/decisions",
  tags,
  summary: "Record what the school decides, having read an assessment",
  "x-cy": { summary: "Cofnodi beth mae'r ysgol yn ei benderfynu, ar ôl darllen asesiad" },
  security,
  request: {
    params: BookingParameters,
    body: { required: true, content: json(NewDecisionSchema) },
  },
  responses: {
    201: { description: "The decision is recorded.", content: json(BookingVatSchema) },
    ...problemAnswers({
      ...bookingProblems,
      409: [assessmentChanged(1)],
      422: ["BODY_INVALID"],
    }),
  },
});

const planRoute = createRoute({
  operationId: "planBookingVat",
  method: "get",
  path: "/schools/{school}/bookings/{booking}/plan",
  tags,
  summary: "Dates whose loss would cost the exemption, and blocks that could keep it",
  "x-cy": {
    summary: "Dyddiadau y byddai eu colli yn costio'r eithriad, a blociau a allai ei gadw",
  },
  security,
  request: {
    params: BookingParameters,
    query: z.object({
      without: z
        .string()
        .exactOptional()
        .openapi({
          ...describedAs({
            cy: "Dyddiadau i'w gadael allan, â choma rhyngddynt.",
            en: "Dates to leave out, by commas.",
          }),
          example: "2026-12-08",
        }),
    }),
  },
  responses: {
    200: { description: "The plan. Nothing is changed.", content: json(PlanSchema) },
    ...problemAnswers({ ...bookingProblems, 422: [datesInvalid()] }),
  },
});

/** Kind 3, routes: under `/v1/x/vat`, and in the server's OpenAPI document. */
export function vatRoutes(context: VatContext): OpenAPIHono<PluginEnvironment> {
  const routes = new OpenAPIHono<PluginEnvironment>();
  addSupplierRoutes(routes, context);
  addToDecideRoute(routes, context);
  addBookingRoutes(routes, context);
  return routes;
}

function addBookingRoutes(routes: OpenAPIHono<PluginEnvironment>, context: VatContext): void {
  const { host, tables } = context;

  routes.openapi(readRoute, async (call) => {
    const { school, booking } = call.req.valid("param");
    const { exchange } = call.var;
    const found = await host.access.booking(exchange, school, booking, { scope: "bookings:read" });
    return call.json(await bookingVat(context, found, exchange.language), 200);
  });

  routes.openapi(agreementRoute, async (call) => {
    const { school, booking } = call.req.valid("param");
    const { exchange } = call.var;
    const found = await host.access.booking(exchange, school, booking, {
      kinds: keepers,
      scope: "approvals:write",
    });
    const facts = call.req.valid("json");
    const actor = `key:${found.caller.keyId}`;
    await addAgreement(tables, booking, { school, at: host.now(), actor, facts });
    await assessBooking(context, found.facts, { school, booking });
    return call.json(await bookingVat(context, found, exchange.language), 200);
  });

  routes.openapi(decideRoute, async (call) => {
    const { school, booking } = call.req.valid("param");
    const { exchange } = call.var;
    const found = await host.access.booking(exchange, school, booking, {
      kinds: keepers,
      scope: "approvals:write",
    });
    const { answer, note, assessment } = call.req.valid("json");
    const latest = await currentAssessment(context, found.facts, found.booking);
    if (latest.number !== assessment) throw assessmentChanged(latest.number);
    const about = { school, booking };
    await addDecision(tables, about, {
      answer,
      assessment,
      at: host.now(),
      actor: `key:${found.caller.keyId}`,
      ...(note !== undefined && { note }),
    });
    return call.json(await bookingVat(context, found, exchange.language), 201);
  });

  routes.openapi(planRoute, async (call) => {
    const { school, booking: id } = call.req.valid("param");
    const { exchange } = call.var;
    const { booking, facts } = await host.access.booking(exchange, school, id, {
      scope: "bookings:read",
    });
    const { without } = call.req.valid("query");
    const dates = without?.split(",") ?? [];
    if (!dates.every(isLocalDate)) throw datesInvalid();
    const { facts: known } = await currentAssessment(context, facts, booking);
    const said = (effect: RemovalEffect) => ({
      ...effect,
      dates: [...effect.dates],
      reason: effect.reason[exchange.language],
    });
    return call.json(
      {
        ...(dates.length > 0 && { without: said(effectOfRemoving(known, dates)) }),
        fragileDates: fragileDates(known).map(said),
        blocks: termBlocks(known.sessions),
      },
      200,
    );
  });
}

async function bookingVat(
  context: VatContext,
  { facts, booking }: { readonly facts: SchoolFacts; readonly booking: BookingFacts },
  language: Language,
): Promise<z.infer<typeof BookingVatSchema>> {
  const { school, id } = booking;
  const { state, assessment, decision } = await vatState(context, facts, booking);
  const { facts: known, ...said } = assessment;
  return {
    assessment: {
      ...said,
      reason: said.reason[language],
      evidence: said.evidence.map((one) => ({ ...one, reason: one.reason[language] })),
      sources: [...said.sources],
      sessions: [...known.sessions],
    },
    agreement: await readAgreement(context.tables, school, id),
    ...(decision && { decision }),
    state,
    isDecisionStale: state === "stale",
  };
}
