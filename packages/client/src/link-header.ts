/**
 * One parameter of the address of the next page, from a `Link` header (RFC 8288); undefined when there is no next page.
 * Only the parameter is taken, never the address: a header can't send a client, and its key, elsewhere.
 */
export function nextPageParameter(headers: Headers, parameter: string): string | undefined {
  const link = headers.get("link") ?? "";
  const address = /<([^>]*)>\s*;[^,<]*\brel="?next\b/i.exec(link)?.[1];
  if (address === undefined) return undefined;
  return new URL(address, "http://localhost").searchParams.get(parameter) ?? undefined;
}
