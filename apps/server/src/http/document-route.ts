import { createRoute, z, type RouteConfig } from "@hono/zod-openapi";
import { ProblemSchema } from "@neuadd/plugin-kit";
import type { Access, OperationId } from "./access.ts";
import { OPERATION_TEXTS } from "./operation-texts.ts";
import type { DocumentedAnswer, Operation, OperationInputs } from "./operation.ts";
import { PROBLEM_STATUSES, type ProblemCode } from "./problem-code.ts";

/** The route of an operation as the OpenAPI document describes it, with every answer that it can give. */
export function documentRoute<Id extends OperationId, Inputs extends OperationInputs>(
  operation: Operation<Id, Inputs>,
  access: Access,
): RouteConfig {
  const { id, method, path, tag, inputs } = operation;
  const { summary, description } = OPERATION_TEXTS[id];
  const headers = requestHeaders(operation);
  return createRoute({
    operationId: id,
    method,
    path,
    tags: [tag],
    summary: summary.en,
    ...(description && { description: description.en }),
    security: access.kinds === undefined ? [{}, { key: [] }] : [{ key: [] }],
    ...(access.scope !== undefined && { "x-scope": access.scope }),
    ...(access.kinds !== undefined && { "x-key-kinds": [...access.kinds] }),
    request: {
      ...(inputs?.params && { params: inputs.params }),
      ...(inputs?.query && { query: inputs.query }),
      ...(headers && { headers }),
      ...(inputs?.body && {
        body: { required: true, content: { "application/json": { schema: inputs.body } } },
      }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [status, describe(answer)]),
      ),
      ...describeProblems(possibleProblems(operation, access)),
    },
  });
}

function describe(answer: DocumentedAnswer): RouteConfig["responses"][number] {
  const { description, schema, example, mediaType = "application/json", headers } = answer;
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [
          name,
          { description: text, schema: { type: "string" as const } },
        ]),
      ),
    }),
    ...(schema && {
      content: { [mediaType]: { schema, ...(example !== undefined && { example }) } },
    }),
  };
}

function requestHeaders({
  idempotency,
  needsIfMatch,
}: Pick<Operation<OperationId, OperationInputs>, "idempotency" | "needsIfMatch">):
  z.ZodObject | undefined {
  if (idempotency === undefined && needsIfMatch === undefined) return undefined;
  const key = z.string().min(1).max(255).openapi({ example: "3f0c6a4e-booking-1" });
  return z.object({
    ...(idempotency === "needed" && { "Idempotency-Key": key }),
    ...(idempotency === "taken" && { "Idempotency-Key": key.optional() }),
    ...(needsIfMatch && { "If-Match": z.string().openapi({ example: '"12"' }) }),
  });
}

/** What follows from the access and the inputs of an operation, and what it says itself. */
function possibleProblems<Id extends OperationId, Inputs extends OperationInputs>(
  { path, inputs, problems = [], idempotency, needsIfMatch }: Operation<Id, Inputs>,
  access: Access,
): ReadonlySet<ProblemCode> {
  return new Set<ProblemCode>([
    "KEY_INVALID",
    "RATE_LIMITED",
    "INTERNAL",
    "STORE_UNAVAILABLE",
    ...(access.kinds === undefined
      ? []
      : (["AUTHENTICATION_REQUIRED", "FORBIDDEN", "SCOPE_MISSING"] as const)),
    ...(path.includes("{school}") ? (["SCHOOL_UNKNOWN"] as const) : []),
    ...(path.includes("{space}") ? (["SPACE_UNKNOWN"] as const) : []),
    ...(path.includes("{booking}") ? (["BOOKING_UNKNOWN"] as const) : []),
    ...(path.includes("{block}") ? (["BLOCK_UNKNOWN"] as const) : []),
    ...(path.includes("{hirer}") ? (["HIRER_UNKNOWN"] as const) : []),
    ...(inputs?.query ? (["QUERY_INVALID"] as const) : []),
    ...(inputs?.body
      ? (["BODY_NOT_JSON", "BODY_TOO_LARGE", "MEDIA_TYPE_UNSUPPORTED", "BODY_INVALID"] as const)
      : []),
    ...(idempotency === "needed" ? (["IDEMPOTENCY_KEY_MISSING"] as const) : []),
    ...(idempotency === undefined
      ? []
      : ([
          "IDEMPOTENCY_KEY_INVALID",
          "IDEMPOTENCY_KEY_REUSED",
          "IDEMPOTENCY_KEY_RUNNING",
        ] as const)),
    ...(needsIfMatch ? (["PRECONDITION_REQUIRED", "REVISION_STALE"] as const) : []),
    ...problems,
  ]);
}

function describeProblems(codes: ReadonlySet<ProblemCode>): RouteConfig["responses"] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const status = PROBLEM_STATUSES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\``).join(", "),
        content: { "application/problem+json": { schema: ProblemSchema } },
      },
    ]),
  );
}
