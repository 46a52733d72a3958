import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { isLocalDate, type Language } from "@neuadd/core";
import {
  type BookingFacts,
  type PluginEnvironment,
  PluginProblem,
  problemAnswers,
  type SchoolFacts,
} from "@neuadd/plugin-kit";
import { assessBooking, factsOfBooking, type VatContext } from "./assess-booking.ts";
import { effectOfRemoving, fragileDates, type RemovalEffect, termBlocks } from "./plan-vat.ts";
import {
  addAgreement,
  addDecision,
  addSupplier,
  readAgreement,
  readDecisions,
  readSupplier,
} from "./vat-records.ts";
import {
  AgreementSchema,
  BookingVatSchema,
  NewDecisionSchema,
  PlanSchema,
  SupplierSchema,
} from "./vat-schemas.ts";

const SchoolParameters = z.object({ school: z.string() });
const BookingParameters = z.object({ school: z.string(), booking: z.string() });
const tags = ["vat"];
const security = [{ key: [] }];
const keepers = ["school", "authority", "operator"] as const;

const schoolProblems = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN"],
};
const bookingProblems = { ...schoolProblems, 404: ["SCHOOL_UNKNOWN", "BOOKING_UNKNOWN"] };
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

const readSupplierRoute = createRoute({
  operationId: "readVatSupplier",
  method: "get",
  path: "/schools/{school}/supplier",
  tags,
  summary: "What a school has told of who supplies its lets",
  security,
  request: { params: SchoolParameters },
  responses: {
    200: { description: "What was told.", content: json(SupplierSchema) },
    ...problemAnswers(schoolProblems),
  },
});

const writeSupplierRoute = createRoute({
  operationId: "tellVatSupplier",
  method: "put",
  path: "/schools/{school}/supplier",
  tags,
  summary: "Tell who supplies the lets of a school; what was told before is kept",
  security,
  request: {
    params: SchoolParameters,
    body: { required: true, content: json(SupplierSchema) },
  },
  responses: {
    200: { description: "What was told.", content: json(SupplierSchema) },
    ...problemAnswers({ ...schoolProblems, 422: ["BODY_INVALID"] }),
  },
});

const readRoute = createRoute({
  operationId: "readBookingVat",
  method: "get",
  path: "/schools/{school}/bookings/{booking}",
  tags,
  summary:
    "How VAT falls on a booking, with evidence for each condition, and what the school decided",
  security,
  request: { params: BookingParameters },
  responses: {
    200: { description: "Decided with the facts of now.", content: json(BookingVatSchema) },
    ...problemAnswers(bookingProblems),
  },
});

const agreementRoute = createRoute({
  operationId: "tellVatAgreement",
  method: "put",
  path: "/schools/{school}/bookings/{booking}/agreement",
  tags,
  summary: "Tell what was agreed about a booking; it is decided again",
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
  security,
  request: {
    params: BookingParameters,
    body: { required: true, content: json(NewDecisionSchema) },
  },
  responses: {
    201: { description: "The decision is recorded.", content: json(BookingVatSchema) },
    ...problemAnswers({
      ...bookingProblems,
      409: ["vat/ASSESSMENT_CHANGED"],
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
  security,
  request: {
    params: BookingParameters,
    query: z.object({
      without: z
        .string()
        .exactOptional()
        .openapi({ description: "Dates to leave out, by commas.", example: "2026-12-08" }),
    }),
  },
  responses: {
    200: { description: "The plan. Nothing is changed.", content: json(PlanSchema) },
    ...problemAnswers({ ...bookingProblems, 422: ["vat/DATES_INVALID"] }),
  },
});

/** Kind 3, routes: under `/v1/x/vat`, and in the server's OpenAPI document. */
export function vatRoutes(context: VatContext): OpenAPIHono<PluginEnvironment> {
  const routes = new OpenAPIHono<PluginEnvironment>();
  addSupplierRoutes(routes, context);
  addBookingRoutes(routes, context);
  return routes;
}

function addSupplierRoutes(routes: OpenAPIHono<PluginEnvironment>, context: VatContext): void {
  const { host, tables } = context;

  routes.openapi(readSupplierRoute, async (call) => {
    const { school } = call.req.valid("param");
    const { facts } = await host.access.school(call.var.exchange, school, {
      scope: "bookings:read",
    });
    const supplier = await readSupplier(tables, school);
    return call.json({ ...supplier, category: facts.school.category }, 200);
  });

  routes.openapi(writeSupplierRoute, async (call) => {
    const { school } = call.req.valid("param");
    const { caller, facts: known } = await host.access.school(call.var.exchange, school, {
      scope: "approvals:write",
    });
    const { category: _category, ...facts } = call.req.valid("json");
    await addSupplier(tables, { school, at: host.now(), actor: `key:${caller.keyId}`, facts });
    return call.json({ ...facts, category: known.school.category }, 200);
  });
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
    const latest = await assessBooking(context, found.facts, found.booking);
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
    const known = await factsOfBooking(context, facts, booking);
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
  const assessment = await assessBooking(context, facts, booking);
  const agreement = await readAgreement(context.tables, school, id);
  const [decision] = await readDecisions(context.tables, school, id);
  return {
    assessment: {
      ...assessment,
      reason: assessment.reason[language],
      evidence: assessment.evidence.map((one) => ({ ...one, reason: one.reason[language] })),
      sources: [...assessment.sources],
    },
    agreement,
    ...(decision && { decision }),
    isDecisionStale: decision !== undefined && decision.assessment !== assessment.number,
  };
}

function assessmentChanged(number: number): PluginProblem {
  return new PluginProblem(
    "vat/ASSESSMENT_CHANGED",
    409,
    {
      title: { cy: "Newidiodd yr asesiad", en: "The assessment has changed" },
      detail: {
        cy: "Darllenwch yr asesiad diweddaraf cyn penderfynu.",
        en: "Read the latest assessment before you decide.",
      },
    },
    { assessment: number },
  );
}

function datesInvalid(): PluginProblem {
  return new PluginProblem("vat/DATES_INVALID", 422, {
    title: { cy: "Nid dyddiadau mo'r rhain", en: "These are not dates" },
    detail: {
      cy: "Ysgrifennwch ddyddiadau fel 2026-12-08, gyda choma rhyngddynt.",
      en: "Write dates as 2026-12-08, with commas between them.",
    },
  });
}
