import { OpenAPIHono } from "@hono/zod-openapi";
import { CoreError, type Language } from "@neuadd/core";
import { HTTPException } from "hono/http-exception";
import { askForKeys } from "../host/ask-for-keys.ts";
import { codeOfStatus } from "../host/code-of-status.ts";
import { isRequestError } from "../host/request-errors.ts";
import type { PluginCaller, PluginEnvironment, PluginExchange } from "../plugin-environment.ts";
import { PluginProblem, type ProblemTexts } from "../plugin-problem.ts";
import { HostRefusal } from "./host-refusal.ts";

export interface RouteRequest {
  readonly method?: string;
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly caller?: PluginCaller;
  /** Default `en`. */
  readonly language?: Language;
}

/** The routes of a plugin where a server mounts them, with its answers to what they throw. */
export interface RouteApp {
  /** `path` from the root: `/v1/x/tariffs/…`. */
  request(path: string, request?: RouteRequest): Promise<Response>;
  /** The OpenAPI document of the routes, for what the conformance suite looks at. */
  document(): Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  /** `GET /v1/x/tariffs/lists/:list` of every handler, documented or not. */
  handlers(): readonly string[];
}

export interface DocumentedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  /** The same in Welsh. */
  readonly "x-cy"?: { readonly summary?: string; readonly description?: string };
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    /** With what it is for, in Welsh. */
    readonly schema?: { readonly "x-cy"?: string };
  }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly content?: Readonly<Record<string, unknown>>;
        readonly "x-problems"?: Readonly<Record<string, ProblemTexts>>;
      }
    >
  >;
}

export function routeApp(
  plugin: string,
  routes: OpenAPIHono<PluginEnvironment> | undefined,
  reportFault: (error: unknown) => void,
): RouteApp {
  const exchanges = new WeakMap<Request, PluginExchange>();
  const app = new OpenAPIHono<PluginEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      throw result.target === "json"
        ? new HostRefusal("BODY_INVALID", 422)
        : new HostRefusal("QUERY_INVALID", 400);
    },
  });
  app.use(async (context, next) => {
    const exchange = exchanges.get(context.req.raw) ?? { requestId: "test", language: "en" };
    context.set("exchange", exchange);
    await next();
  });
  app.onError((error, context) => {
    const problem = problemOf(error, context.var.exchange);
    if (problem.status >= 500) reportFault(error);
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { "content-type": "application/problem+json; charset=utf-8" },
    });
  });
  if (routes) {
    const guarded = askForKeys(routes, () => {
      throw new HostRefusal("AUTHENTICATION_REQUIRED", 401);
    });
    app.route(`/v1/x/${plugin}`, guarded);
  }
  app.notFound(() => {
    throw new HostRefusal("ROUTE_UNKNOWN", 404);
  });
  return {
    async request(path, { method = "GET", body, headers = {}, caller, language = "en" } = {}) {
      const request = new Request(new URL(path, "http://test.invalid"), {
        method,
        headers: {
          "accept-language": language,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      exchanges.set(request, { requestId: "test", language, ...(caller && { actor: caller }) });
      return app.request(request);
    },
    document() {
      const { paths = {} } = app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: { title: plugin, version: "1" },
      });
      return paths as ReturnType<RouteApp["document"]>;
    },
    handlers: () => [
      ...new Set(
        app.routes
          .filter(({ method }) => method !== "ALL")
          .map(({ method, path }) => `${method} ${path}`),
      ),
    ],
  };
}

interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly [member: string]: unknown;
}

function problemOf(error: unknown, { language, requestId }: PluginExchange): ProblemBody {
  if (error instanceof PluginProblem) {
    const { code, status, texts, extensions } = error;
    const [title, detail] = [texts.title[language], texts.detail[language]];
    return { ...extensions, type: `#${code}`, title, status, detail, code, requestId };
  }
  const { code, status } = plainProblem(error);
  return { type: `#${code}`, title: code, status, detail: code, code, requestId };
}

function plainProblem(error: unknown): { readonly code: string; readonly status: number } {
  if (error instanceof HostRefusal) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return { code: codeOfStatus(error.status), status: error.status };
  }
  if (error instanceof CoreError && isRequestError(error.code)) {
    return { code: error.code, status: 422 };
  }
  return { code: "INTERNAL", status: 500 };
}
