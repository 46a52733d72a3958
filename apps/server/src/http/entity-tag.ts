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
  return tagIn(ifNoneMatch, (candidate) => candidate === tag) !== undefined;
}

/** The first tag that `If-None-Match` names for which something holds, as a strong one; undefined if there is none. */
export function tagIn(
  ifNoneMatch: string | undefined,
  holds: (tag: string) => boolean,
): string | undefined {
  if (ifNoneMatch === undefined) return undefined;
  return entityTags(ifNoneMatch)
    .map((candidate) => candidate.replace(/^W\//, ""))
    .find(holds);
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
    const tag = revisionTag(present);
    throw new ServerError(
      "REVISION_STALE",
      {
        cy: `Mae wedi newid ers i chi ei ddarllen: If-Match yw ${header}, a'r ETag presennol yw ${tag}. Darllenwch ef eto, a phenderfynwch o'r newydd.`,
        en: `It has changed since you read it: If-Match is ${header}, and the present ETag is ${tag}. Read it again, and decide anew.`,
      },
      { extensions: { revision: present } },
    );
  }
  return present;
}

function entityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
}
