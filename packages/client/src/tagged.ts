import type { Tagged } from "./answers.ts";
import type { CallOptions, RereadOptions } from "./call-options.ts";
import type { Answer, ConnectionCallOptions } from "./connection.ts";

/**
 * Adds the entity tag to the body of an answer. A proxy that packs bodies makes a strong tag weak, and a weak one never passes
 * as `If-Match`; of a whole JSON body the strong one is still true. Items of a list come without a tag of their own: theirs
 * follows from their revision, as the server's does.
 */
export function tagged<Body extends { readonly revision: number }>(
  body: Body,
  headers?: Headers,
): Body & Tagged {
  const etag = headers?.get("etag")?.replace(/^W\//, "") ?? `"${body.revision}"`;
  return { ...body, etag };
}

/** The body of an answer with its tag. */
export async function taggedBody<Body extends { readonly revision: number }>(
  call: Promise<Answer<Body>>,
): Promise<Body & Tagged> {
  const { body, headers } = await call;
  return tagged(body, headers);
}

/** Asks with the tag of what is known already, and gives that back when it still holds. */
export async function reread<Body extends { readonly revision: number }>(
  { previous, ...options }: RereadOptions<Body & Tagged>,
  ask: (options: CallOptions & ConnectionCallOptions) => Promise<Answer<Body>>,
): Promise<Body & Tagged> {
  if (previous === undefined) return taggedBody(ask(options));
  const { body, headers, isUnchanged } = await ask({ ...options, ifNoneMatch: previous.etag });
  return isUnchanged ? previous : tagged(body, headers);
}
