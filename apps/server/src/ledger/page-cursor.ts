import { ServerError } from "../server-error.ts";

/** Hides what a list is sorted by, so that nobody builds on it. */
export function writeCursor(key: string): string {
  return Buffer.from(key).toString("base64url");
}

/** Throws QUERY_INVALID for text that `writeCursor` did not write. */
export function readCursor(cursor: string): string {
  const key = Buffer.from(cursor, "base64url").toString();
  if (key !== "" && !key.includes("\0") && writeCursor(key) === cursor) return key;
  throw new ServerError("QUERY_INVALID", {
    cy: `Nid cyrchwr yw "${cursor}". Cymerwch un y dudalen flaenorol, neu gadewch ef allan ar gyfer y dudalen gyntaf.`,
    en: `"${cursor}" is no cursor. Take the one of the page before, or leave it out for the first page.`,
  });
}
