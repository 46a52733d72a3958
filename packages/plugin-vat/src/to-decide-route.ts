import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { LocalDateSchema } from "@neuadd/core";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import type { VatContext } from "./assess-booking.ts";
import { bookingsToDecide } from "./bookings-to-decide.ts";
import { ToDecideSchema } from "./vat-schemas.ts";
import { sayVatState } from "./vat-state.ts";

const toDecideRoute = createRoute({
  operationId: "listVatToDecide",
  method: "get",
  path: "/schools/{school}/to-decide",
  tags: ["vat"],
  summary:
    "Bookings on whose VAT the school has to decide: not decided, or decided before something changed",
  "x-cy": {
    summary:
      "Archebion y mae angen i'r ysgol benderfynu ar eu TAW: heb benderfyniad, neu â phenderfyniad o'r adeg cyn i rywbeth newid",
  },
  security: [{ key: [] }],
  request: {
    params: z.object({ school: z.string() }),
    query: z.object({
      from: LocalDateSchema.exactOptional().openapi(
        describedAs({
          cy: "Dim ond archebion sy'n gorffen ar ôl i'r dyddiad hwn ddechrau.",
          en: "Only bookings that end after this date begins.",
        }),
      ),
      after: z
        .string()
        .exactOptional()
        .openapi(
          describedAs({ cy: "`next` y dudalen flaenorol.", en: "`next` of the page before." }),
        ),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
  },
  responses: {
    200: {
      description:
        "The bookings, the newest first; `next` is the `after` of the page that follows, also of a page without items.",
      content: { "application/json": { schema: ToDecideSchema } },
    },
    ...problemAnswers({
      400: ["QUERY_INVALID"],
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN", "SCOPE_MISSING"],
      404: ["SCHOOL_UNKNOWN"],
    }),
  },
});

export function addToDecideRoute(
  routes: OpenAPIHono<PluginEnvironment>,
  context: VatContext,
): void {
  routes.openapi(toDecideRoute, async (call) => {
    const { exchange } = call.var;
    const { facts } = await context.host.access.school(exchange, call.req.valid("param").school, {
      scope: "bookings:read",
    });
    const { items, next } = await bookingsToDecide(context, facts, call.req.valid("query"));
    return call.json(
      {
        items: items.map((item) => ({
          booking: item.booking.id,
          title: item.booking.title,
          hirer: item.booking.hirer,
          first: item.first,
          last: item.last,
          state: item.state,
          sentence: sayVatState(item)[exchange.language],
          assessment: item.assessment.number,
          answer: item.assessment.answer,
          ground: item.assessment.ground,
          ...(item.decision && { decision: item.decision }),
        })),
        ...(next !== undefined && { next }),
      },
      200,
    );
  });
}
