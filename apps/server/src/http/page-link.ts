import type { HttpContext } from "./exchange.ts";

/**
 * The `Link` header to the next page of a list (RFC 8288): the address asked for, with the cursor in its place. Empty
 * when there is no next page. A relative reference, so that it holds behind any proxy.
 */
export function nextPageHeaders(
  context: HttpContext,
  parameter: string,
  next: string | undefined,
): Record<string, string> {
  if (next === undefined) return {};
  const url = new URL(context.req.url);
  url.searchParams.set(parameter, next);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}
