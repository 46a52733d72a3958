import { randomUUID } from "node:crypto";
import type { Language } from "@neuadd/core";
import type { MiddlewareHandler } from "hono";
import { askedIn, type Asked } from "./asked.ts";
import type { Exchange, HttpContext, HttpEnvironment } from "./exchange.ts";
import { negotiateLanguage } from "./language.ts";
import { DATA_HEADERS, PAGE_HEADERS } from "./security-headers.ts";
import type { TellExchange } from "./tell-exchange.ts";

/** The outermost layer: begins each exchange, and afterwards adds the headers that every answer carries, and tells of it. */
export function beginExchange(tell: TellExchange): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const startedAt = performance.now();
    const asked = askedIn(context);
    const exchange = newExchange(asked);
    context.set("exchange", exchange);
    await next();
    if (exchange.hasHeaders !== true) addHeaders(context, exchange);
    tell({ asked, exchange, startedAt, status: context.res.status });
  };
}

/** Gives a request an id and a language, and its answer the headers that follow from them. */
export function newExchange(asked: Asked): Exchange {
  const language = negotiateLanguage(asked.header("accept-language"));
  const requestId = knownRequestId(asked.header("x-request-id")) ?? randomUUID();
  return {
    requestId,
    language,
    headers: { ...HEADERS_BY_LANGUAGE[language], "x-request-id": requestId },
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
