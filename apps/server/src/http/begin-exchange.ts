import { randomUUID } from "node:crypto";
import type { Language } from "@neuadd/core";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Exchange, HttpContext, HttpEnvironment } from "./exchange.ts";
import { negotiateLanguage } from "./language.ts";
import type { Metrics } from "./metrics.ts";
import { DATA_HEADERS, PAGE_HEADERS } from "./security-headers.ts";

/**
 * The outermost layer: gives each request an id and a language, and afterwards adds the headers that every answer
 * carries, measures it and logs it. The log has the path but never the query, which could hold a key, nor anything
 * of a body.
 */
export function beginExchange(
  logger: Logger,
  metrics: Metrics,
): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const startedAt = performance.now();
    const language = negotiateLanguage(context.req.header("accept-language"));
    const requestId = knownRequestId(context.req.header("x-request-id")) ?? randomUUID();
    const exchange: Exchange = {
      requestId,
      language,
      headers: { ...HEADERS_BY_LANGUAGE[language], "x-request-id": requestId },
    };
    context.set("exchange", exchange);
    await next();
    if (exchange.hasHeaders !== true) addHeaders(context, exchange);
    const milliseconds = performance.now() - startedAt;
    const { status } = context.res;
    const route = exchange.route ?? (status === 404 ? "unknown" : "page");
    metrics.observeRequest(context.req.method, route, status, milliseconds / 1000);
    logger.info(
      {
        requestId,
        method: context.req.method,
        path: context.req.path,
        route,
        status,
        milliseconds: Math.round(milliseconds * 100) / 100,
        keyId: exchange.actor?.keyId,
      },
      "request",
    );
  };
}

const HEADERS_BY_LANGUAGE: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  cy: { ...DATA_HEADERS, "content-language": "cy", vary: "Accept-Language" },
  en: { ...DATA_HEADERS, "content-language": "en", vary: "Accept-Language" },
};

/** An id that a proxy gave is kept, so that its log and ours agree; one of another form could forge lines of a log. */
function knownRequestId(header: string | undefined): string | undefined {
  return header !== undefined && /^[\w.-]{8,64}$/.test(header) ? header : undefined;
}

/** What a handler has set itself stays: a page knows its own language. */
function addHeaders(context: HttpContext, exchange: Exchange): void {
  const isPage = context.res.headers.get("content-type")?.startsWith("text/html") ?? false;
  const { headers } = exchange;
  for (const [name, value] of Object.entries(isPage ? { ...headers, ...PAGE_HEADERS } : headers)) {
    if (!context.res.headers.has(name)) context.header(name, value);
  }
}
