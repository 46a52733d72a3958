import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import type { VatContext } from "./assess-booking.ts";
import { addSupplier, readSupplier } from "./vat-records.ts";
import { SupplierSchema } from "./vat-schemas.ts";

const SchoolParameters = z.object({ school: z.string() });
const tags = ["vat"];
const security = [{ key: [] }];
const schoolProblems = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN", "SCOPE_MISSING"],
  404: ["SCHOOL_UNKNOWN"],
};
const supplier = {
  description: "What was told.",
  content: { "application/json": { schema: SupplierSchema } },
};

const readSupplierRoute = createRoute({
  operationId: "readVatSupplier",
  method: "get",
  path: "/schools/{school}/supplier",
  tags,
  summary: "What a school has told of who supplies its lets",
  "x-cy": { summary: "Beth mae ysgol wedi'i ddweud am bwy sy'n cyflenwi ei gosodiadau" },
  security,
  request: { params: SchoolParameters },
  responses: {
    200: supplier,
    ...problemAnswers(schoolProblems),
  },
});

const writeSupplierRoute = createRoute({
  operationId: "tellVatSupplier",
  method: "put",
  path: "/schools/{school}/supplier",
  tags,
  summary: "Tell who supplies the lets of a school; what was told before is kept",
  "x-cy": {
    summary: "Dweud pwy sy'n cyflenwi gosodiadau ysgol; cedwir yr hyn a ddywedwyd ynghynt",
  },
  security,
  request: {
    params: SchoolParameters,
    body: { required: true, content: supplier.content },
  },
  responses: {
    200: supplier,
    ...problemAnswers({ ...schoolProblems, 422: ["BODY_INVALID"] }),
  },
});

/** Who supplies the lets of a school: what VAT hangs on for all its bookings. */
export function addSupplierRoutes(
  routes: OpenAPIHono<PluginEnvironment>,
  context: VatContext,
): void {
  const { host, tables } = context;

  routes.openapi(readSupplierRoute, async (call) => {
    const { school } = call.req.valid("param");
    const { facts } = await host.access.school(call.var.exchange, school, {
      scope: "bookings:read",
    });
    const told = await readSupplier(tables, school);
    return call.json({ ...told, category: facts.school.category }, 200);
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
