import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { admitCaller } from "./http/admit-caller.ts";
import { beginExchange } from "./http/begin-exchange.ts";
import type { CountBadKey } from "./http/count-bad-keys.ts";
import { allowCrossOrigin } from "./http/cross-origin.ts";
import type { HttpContext, HttpEnvironment } from "./http/exchange.ts";
import { bodyFaults, parameterFaults } from "./http/issue-sentences.ts";
import { limitBody } from "./http/limit-body.ts";
import type { Limits } from "./http/limits.ts";
import type { Metrics } from "./http/metrics.ts";
import { missingRoute } from "./http/missing-route.ts";
import { addAllOperations } from "./http/add-all-operations.ts";
import type { Api } from "./http/add-operation.ts";
import { problemOf } from "./http/problem-of.ts";
import type { Problem } from "./http/problem.ts";
import { recallParts, type RecallParts } from "./http/recall-first.ts";
import { refuseNullCharacters } from "./http/refuse-null-characters.ts";
import { RequestFault } from "./http/request-fault.ts";
import { respond } from "./http/respond.ts";
import { addDocumentationPages } from "./http/reference/documentation-pages.tsx";
import type { PluginRuntime } from "./plugins/plugin-runtime.ts";
import type { Services } from "./services.ts";
import { type PageKit, sendFault, settingOf } from "./web/page-kit.tsx";
import { homePath, inBothLanguages } from "./web/page-paths.ts";
import { FRAMED_PATH, sendFramedFault } from "./web/show-framed.tsx";

export interface AppParts {
  readonly plugins: PluginRuntime;
  /** What it counts, beside what its pages count: a server has one of its own. */
  readonly metrics: Metrics;
  /** Pages for people: whatever is not the API, nor about it. */
  readonly pages: Hono;
  /** Where the server is reached from outside, without a slash at the end: the base of the addresses it names. */
  readonly publicUrl: string;
  readonly limits: Limits;
  /** Shared with the pages, whose forms take keys too. */
  readonly countBadKey: CountBadKey;
  /** Given where `recallFirst` listens before the app. Default: its own. */
  readonly recall?: RecallParts;
}

/**
 * The whole HTTP side of a server: middleware, the API, its OpenAPI document and reference page, routes of plugins
 * under `/v1/x/<plugin>`, and pages. Every fault is answered with problem details; nothing that is thrown leaves it.
 * Throws if an operation has no route, or a route no entry in `http/access.ts`.
 */
export function createApp(services: Services, parts: AppParts): OpenAPIHono<HttpEnvironment> {
  const { plugins, metrics, pages, limits, countBadKey } = parts;
  const recall = parts.recall ?? recallParts(services, limits, metrics);
  const publicUrl = parts.publicUrl.replace(/\/+$/, "");
  const app = new OpenAPIHono<HttpEnvironment>({
    // For routes of plugins: those of the server itself check their inputs on their own.
    defaultHook: (result) => {
      if (result.success) return;
      const { issues } = result.error;
      throw result.target === "json"
        ? new RequestFault("BODY_INVALID", bodyFaults(issues))
        : new RequestFault("QUERY_INVALID", parameterFaults(issues));
    },
  });
  const kit: PageKit = { services, plugins, metrics, countBadKey };
  const api: Api = {
    services,
    app,
    methods: new Map(),
    operations: new Set(),
    answerProblem: (context, error) => answerProblem(context, error, services, publicUrl),
  };

  app.onError((error, context) =>
    context.req.path === FRAMED_PATH
      ? sendFramedFault(context, loggedProblem(context, error, services, publicUrl))
      : api.answerProblem(context, error),
  );
  app.use(beginExchange(recall.tell));
  app.use(allowCrossOrigin());
  app.use(limitBody(limits.bodyBytes));
  app.use(admitCaller(services, limits, { addresses: recall.addresses, countBadKey }));
  app.use(refuseNullCharacters());
  addAllOperations(api, { plugins, metrics, publicUrl, kept: recall.kept });
  addDocumentationPages({ app, kit, publicUrl });
  for (const [id, routes] of plugins.routes) {
    app.use(`/v1/x/${id}/*`, (context, next) => {
      context.get("exchange").route = `/v1/x/${id}`;
      return next();
    });
    app.route(`/v1/x/${id}`, routes);
  }
  app.all("/v1/*", (context) => missingRoute(context, api.methods));
  app.route("/", pages);
  app.notFound((context) => {
    const fault = missingPage(context, api);
    const isForPeople = context.req.header("accept")?.includes("text/html") ?? false;
    if (fault.code !== "ROUTE_UNKNOWN" || !isForPeople) return api.answerProblem(context, fault);
    const setting = settingOf(kit, context.get("exchange").language, inBothLanguages(homePath));
    return sendFault(context, setting, "notFound");
  });
  return app;
}

function answerProblem(
  context: HttpContext,
  error: unknown,
  services: Services,
  publicUrl: string,
): Response {
  const { status, body, headers } = loggedProblem(context, error, services, publicUrl);
  return respond(context, status, JSON.stringify(body), {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
}

function loggedProblem(
  context: HttpContext,
  error: unknown,
  { logger }: Services,
  publicUrl: string,
): Problem {
  const exchange = context.get("exchange");
  const problem = problemOf(error, exchange, publicUrl);
  if (problem.isOurs) {
    logger.error({ requestId: exchange.requestId, err: error, route: exchange.route }, "fault");
  }
  return problem;
}

/** `/healthz` and the like have other methods that are not allowed, as paths of the API have. */
function missingPage(context: HttpContext, { methods }: Api): RequestFault {
  try {
    missingRoute(context, methods);
  } catch (error) {
    if (error instanceof RequestFault) return error;
    throw error;
  }
  return new RequestFault("ROUTE_UNKNOWN");
}
