import type { OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import type { IdPrefix } from "../ids.ts";
import type { Services } from "../services.ts";
import { ACCESS, accessOf, type OperationId } from "./access.ts";
import { documentRoute } from "./document-route.ts";
import type { Exchange, HttpContext, HttpEnvironment } from "./exchange.ts";
import { passGuard, type Subjects } from "./guard.ts";
import { runOnce } from "./idempotency.ts";
import { parameterFaults } from "./issue-sentences.ts";
import { readJsonBody } from "./json-body.ts";
import type { Operation, OperationInputs } from "./operation.ts";
import { RequestFault, type LocatedFault } from "./request-fault.ts";

/** One call of an operation, past its guard. */
export interface Call<Id extends OperationId, Inputs extends OperationInputs> {
  readonly context: HttpContext;
  readonly exchange: Exchange;
  /** Services of the app; ids are reserved ones where the request has an `Idempotency-Key`. */
  readonly services: Services;
  readonly subject: Subjects[(typeof ACCESS)[Id]["within"]];
  /** Checked when first asked for: QUERY_INVALID. */
  readonly params: () => Output<Inputs["params"]>;
  readonly query: () => Output<Inputs["query"]>;
  readonly body: Output<Inputs["body"]>;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type Handler<Id extends OperationId, Inputs extends OperationInputs> = (
  call: Call<Id, Inputs>,
) => Promise<Response> | Response;

export interface OperationExtras<Id extends OperationId, Inputs extends OperationInputs> {
  /** The answer of an earlier run that died, if what it was to make is there now: `subject` may be out of date. */
  readonly recover?: (
    call: Call<Id, Inputs>,
    idOf: (prefix: IdPrefix) => string,
  ) => Promise<Response | undefined>;
}

/** Where routes are added. Each is guarded as `access.ts` says, and described in the OpenAPI document. */
export interface Api {
  readonly services: Services;
  readonly app: OpenAPIHono<HttpEnvironment>;
  /** Methods by path, for the answer to another method. */
  readonly methods: Map<string, string[]>;
  readonly operations: Set<OperationId>;
  /** The answer to whatever was thrown. */
  answerProblem(context: HttpContext, error: unknown): Response;
}

/** Adds an operation to the app and to its OpenAPI document. */
export function addOperation<Id extends OperationId, const Inputs extends OperationInputs>(
  api: Api,
  operation: Operation<Id, Inputs>,
  handler: Handler<Id, Inputs>,
  { recover }: OperationExtras<Id, Inputs> = {},
): void {
  const { id, method, path, inputs } = operation;
  const access = accessOf(id);
  if (api.operations.has(id)) throw new Error(`Operation "${id}" is registered twice.`);
  api.operations.add(id);
  api.methods.set(path, [...(api.methods.get(path) ?? []), method.toUpperCase()]);
  api.app.openAPIRegistry.registerPath(documentRoute(operation, access));

  api.app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ":$1"), async (context) => {
    const exchange = context.get("exchange");
    exchange.route = path;
    const call = await openCall(api, operation, context);
    if (operation.idempotency === undefined) return handler(call);
    const orProblem = async <Answer>(work: () => Promise<Answer> | Answer) => {
      try {
        return await work();
      } catch (error) {
        return api.answerProblem(context, error);
      }
    };
    return runOnce(context, api.services, {
      isKeyNeeded: operation.idempotency === "needed",
      run: (services) => orProblem(() => handler({ ...call, services })),
      ...(recover && { recover: (idOf) => orProblem(() => recover(call, idOf)) }),
    });
  });

  async function openCall(
    { services }: Api,
    { id: operationId }: Operation<Id, Inputs>,
    context: HttpContext,
  ): Promise<Call<Id, Inputs>> {
    const exchange = context.get("exchange");
    const subject = await passGuard<(typeof ACCESS)[Id]["within"]>(
      ACCESS[operationId],
      services,
      exchange,
      context.req.param(),
    );
    const body: unknown =
      inputs?.body === undefined ? undefined : await readJsonBody(context, inputs.body);
    return {
      context,
      exchange,
      services,
      subject,
      params: () => checked(inputs?.params, context.req.param()) as Output<Inputs["params"]>,
      query: () => checked(inputs?.query, single(context.req.queries())) as Output<Inputs["query"]>,
      body: body as Output<Inputs["body"]>,
    };
  }
}

function checked(schema: z.ZodType | undefined, values: unknown): unknown {
  const result = schema?.safeParse(values, { reportInput: true });
  if (result?.success === false) {
    throw new RequestFault("QUERY_INVALID", parameterFaults(result.error.issues));
  }
  return result?.data;
}

/** A parameter given twice could mean either: it is refused. */
function single(values: Readonly<Record<string, string[]>>): Record<string, string> {
  const faults: LocatedFault[] = [];
  const entries = Object.entries(values).map(([parameter, [value = "", ...others]]) => {
    if (others.length > 0) faults.push({ parameter, detail: TWICE });
    return [parameter, value] as const;
  });
  if (faults.length > 0) throw new RequestFault("QUERY_INVALID", faults);
  return Object.fromEntries(entries);
}

const TWICE = {
  cy: "Rhoddwyd y paramedr hwn fwy nag unwaith.",
  en: "This parameter is given more than once.",
};
