import { ServerError } from "../server-error.ts";
import type { HttpContext } from "./exchange.ts";
import { RequestFault } from "./request-fault.ts";

/** The strong entity tag of something that stands at a revision. */
export function revisionTag(revision: number): string {
  return `"${revision}"`;
}

/**
 * Whether `If-None-Match` names the tag, or is `*`. Compared weakly, as RFC 9110 section 13.1.2 has it: a proxy that
 * packs a body may have made our strong tag weak.
 */
export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag || ifNoneMatch.trim() === "*") return true;
  return entityTags(ifNoneMatch).some((candidate) => candidate.replace(/^W\//, "") === tag);
}

/**
 * The revision that the caller states to have seen, in `If-Match`. Throws PRECONDITION_REQUIRED without the header,
 * and for `*`, which holds whatever was seen; REVISION_STALE, with the present tag, unless the header names the
 * present revision. A weak tag never matches (RFC 9110 section 13.1.1). The command that follows checks the revision
 * again inside its transaction.
 */
export function seenRevision(context: HttpContext, present: number): number {
  const header = context.req.header("if-match")?.trim();
  if (header === undefined || header === "" || header === "*") {
    throw new RequestFault("PRECONDITION_REQUIRED", [], { etag: revisionTag(present) });
  }
  if (!entityTags(header).includes(revisionTag(present))) {
    throw new ServerError("REVISION_STALE", `If-Match is ${header}, the revision is ${present}.`, {
      extensions: { revision: present },
    });
  }
  return present;
}

function entityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
}
