import type { HttpContext } from "./exchange.ts";

/**
 * Answers with a body that is ready. Its headers, and those that every answer carries, go into one plain record:
 * @hono/node-server writes such a response straight to the socket, without making a web `Response` of it first.
 */
export function respond(
  context: HttpContext,
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>>,
): Response {
  const exchange = context.get("exchange");
  exchange.hasHeaders = true;
  const all = { ...exchange.headers, ...headers };
  const response = new Response(body, { status, headers: all });
  if (!(body instanceof Uint8Array)) exchange.sent = { response, headers: all, text: body };
  return response;
}

/** Answers with a value as JSON. */
export function respondJson(
  context: HttpContext,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return respond(context, status, JSON.stringify(value), {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
}
