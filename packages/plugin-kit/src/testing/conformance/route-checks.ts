import type { DocumentedOperation } from "../route-app.ts";
import type { TestHost } from "../open-test-host.ts";
import { must, onHost, type Check } from "./check.ts";
import { liveThroughSeason } from "./school-life.ts";

/** What the routes say of themselves, and how they answer whoever may not call them. */
export function routeChecks(): Readonly<Record<string, Check>> {
  return {
    "are all in the OpenAPI document, with their errors as problems": (open) =>
      onHost(open, async (host) => {
        const operations = operationsOf(host);
        const documented = new Set(operations.map(({ method, path }) => `${method} ${path}`));
        for (const handler of host.routes.handlers()) {
          const name = handler.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}");
          must(documented.has(name), `${name} must be made with createRoute and openapi().`);
        }
        const ids = operations.map(({ operation }) => operation.operationId);
        must(new Set(ids).size === ids.length, "Each operationId must be there once.");
        for (const { name, operation } of operations) mustBeDescribed(name, operation);
      }),

    "answer 401 without a key wherever they say that one is needed": (open) =>
      onHost(open, async (host) => {
        for (const one of operationsOf(host)) {
          if (!needsKey(one.operation)) continue;
          const response = await host.routes.request(addressOf(host, one), callOf(one));
          await mustBeProblem(one.name, response);
          must(
            !isBare(one) || response.status === 401,
            `${one.name} must answer 401 without a key, not ${response.status}.`,
          );
        }
      }),

    "answer nothing of a school to the key of another": (open) =>
      onHost(open, async (host) => {
        await liveThroughSeason(host);
        await host.deliver();
        for (const one of operationsOf(host)) {
          if (!needsKey(one.operation) || !one.path.includes("{school}")) continue;
          for (const as of ["otherSchool", "otherAuthority"] as const) {
            const path = pathWithin(host, addressOf(host, one));
            await mustBeProblem(one.name, await host.request(path, { ...callOf(one), as }));
          }
        }
      }),

    "answer 404 for what is not there, and never fail": (open) =>
      onHost(open, async (host) => {
        for (const one of operationsOf(host)) {
          const path = pathWithin(host, addressOf(host, one, "none-such"));
          const response = await host.request(path, { ...callOf(one), as: "operator" });
          must(response.status < 500, `${one.name} failed: ${faultsOf(host)}`);
          const isUnknown = one.path.includes("{school}") && isBare(one);
          must(
            !isUnknown || response.status === 404,
            `${one.name} must answer 404 for a school that is not there, not ${response.status}.`,
          );
        }
      }),
  };
}

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
}

function operationsOf(host: TestHost): Operation[] {
  return Object.entries(host.routes.document()).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]) => {
      const method = verb.toUpperCase();
      return { name: `${method} ${path}`, method, path, operation };
    }),
  );
}

function mustBeDescribed(
  name: string,
  { operationId, summary, tags = [], security, responses }: DocumentedOperation,
): void {
  must(Boolean(operationId), `${name} needs an operationId.`);
  must(Boolean(summary), `${name} needs a summary.`);
  must(tags.length > 0, `${name} needs a tag, such as the plugin's id.`);
  must(
    security !== undefined,
    `${name} must say its security: [] for anyone, [{ key: [] }] for a key.`,
  );
  const answers = Object.entries(responses);
  must(
    answers.some(([status]) => Number(status) < 400),
    `${name} must say what it answers when all is well.`,
  );
  for (const [status, { content = {} }] of answers) {
    must(
      Number(status) < 400 || "application/problem+json" in content,
      `${name} must describe ${status} as application/problem+json: problemAnswers() does.`,
    );
  }
}

function needsKey({ security = [] }: DocumentedOperation): boolean {
  return security.length > 0 && security.every((way) => Object.keys(way).length > 0);
}

/** Without a body or parameters that could be at fault before the caller is. */
function isBare({ method, operation }: Operation): boolean {
  const inQuery = (operation.parameters ?? []).some((one) => one.in !== "path");
  return method === "GET" && operation.requestBody === undefined && !inQuery;
}

/** The address of an operation with ids that are there, as far as the suite knows them. */
function addressOf(host: TestHost, { path }: Operation, school = host.school): string {
  const known: Readonly<Record<string, string>> = {
    school,
    hirer: host.hirers[0]?.id ?? "hir_none",
    space: "main-hall",
    booking: "bok_0001",
  };
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => known[name] ?? "none-such");
}

function pathWithin(host: TestHost, address: string): string {
  return address.slice(`/v1/x/${host.host.id}`.length);
}

function callOf({ method, operation }: Operation): { method: string; body?: unknown } {
  return { method, ...(operation.requestBody !== undefined && { body: {} }) };
}

async function mustBeProblem(name: string, response: Response): Promise<void> {
  const type = response.headers.get("content-type") ?? "";
  must(
    response.status >= 400 && response.status < 500,
    `${name} must refuse this caller, and answered ${response.status}.`,
  );
  must(type.startsWith("application/problem+json"), `${name} must refuse with a problem.`);
  const body = (await response.json()) as { readonly code?: unknown };
  must(typeof body.code === "string", `${name} must give its problems a code.`);
}

function faultsOf({ logs }: TestHost): string {
  return logs
    .filter(({ level }) => level === "error")
    .map(({ details }) => details)
    .join("; ");
}
