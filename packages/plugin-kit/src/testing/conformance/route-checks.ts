import { COMMON_PARAMETER_TEXTS } from "../../host/common-parameter-texts.ts";
import type { DocumentedOperation } from "../route-app.ts";
import type { TestHost } from "../test-host.ts";
import { must, mustBeBilingual, onHost, type Check } from "./check.ts";
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
            response.status === 401,
            `${one.name} must answer 401 without a key, whatever else the request is, not ${response.status}.`,
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

function mustBeDescribed(name: string, operation: DocumentedOperation): void {
  const { operationId, summary, tags = [], security, responses } = operation;
  must(Boolean(operationId), `${name} needs an operationId.`);
  must(Boolean(summary), `${name} needs a summary.`);
  mustBeInWelsh(name, operation);
  mustDescribeParameters(name, operation);
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
  for (const [status, answer] of answers) {
    must(
      Number(status) < 400 || "application/problem+json" in (answer.content ?? {}),
      `${name} must describe ${status} as application/problem+json: problemAnswers() does.`,
    );
    mustTellOfProblems(name, answer);
  }
}

function mustBeInWelsh(name: string, operation: DocumentedOperation): void {
  const welsh = operation["x-cy"];
  for (const field of ["summary", "description"] as const) {
    const en = operation[field];
    if (en === undefined) continue;
    const cy = welsh?.[field] ?? "";
    must(cy !== "", `${name} needs its ${field} in Welsh too: "x-cy": { ${field}: "…" }.`);
    mustBeBilingual({ cy, en }, `The ${field} of ${name}`);
  }
}

/** What has the same name everywhere the host describes itself. */
function mustDescribeParameters(name: string, { parameters = [] }: DocumentedOperation): void {
  for (const { name: parameter, description: en = "", schema } of parameters) {
    if (COMMON_PARAMETER_TEXTS[parameter] !== undefined) continue;
    const cy = schema?.["x-cy"] ?? "";
    must(
      en !== "" && cy !== "",
      `${name} must say in both languages what "${parameter}" is for: describedAs({ cy: "…", en: "…" }).`,
    );
    mustBeBilingual({ cy, en }, `The description of "${parameter}" of ${name}`);
  }
}

/** Codes of the server have a page; those of a plugin get one from what their problems say. */
function mustTellOfProblems(
  name: string,
  { description = "", "x-problems": problems = {} }: DocumentedOperation["responses"][string],
): void {
  for (const [, code = ""] of description.matchAll(/`([a-z0-9-]+\/[A-Z][A-Z0-9_]*)`/g)) {
    const texts = problems[code];
    must(
      texts !== undefined,
      `${name} must describe "${code}" by its problem rather than by its code alone: problemAnswers({ 409: [taken()] }).`,
    );
    mustBeBilingual(texts.title, `The title of "${code}"`);
    mustBeBilingual(texts.detail, `What "${code}" says to do`);
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
