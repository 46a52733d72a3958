import { createHmac, timingSafeEqual } from "node:crypto";
import type { Bilingual } from "@neuadd/core";

/** The page that tells what came of a form, and who is to be told: nobody else, and by no other page. */
export interface OutcomePlace {
  /** The secret of the session. */
  readonly session: string;
  readonly plugin: string;
  readonly path: string;
}

/**
 * What came of a form, as text for the address of the page that tells it. Reloading then sends nothing twice, and no process
 * has to remember it; it is signed with the session, so that an address that somebody made up can put no words on a page.
 */
export function writeOutcome(place: OutcomePlace, { cy, en }: Bilingual): string {
  const text = Buffer.from(JSON.stringify([cy, en])).toString("base64url");
  return `${text}.${signatureOf(place, text).toString("base64url")}`;
}

/** What `writeOutcome` was given; undefined for whatever it did not write for this session and page. */
export function readOutcome(place: OutcomePlace, written: string): Bilingual | undefined {
  const [text = "", signature = ""] = written.split(".");
  const expected = signatureOf(place, text);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [cy, en] = JSON.parse(Buffer.from(text, "base64url").toString()) as [string, string];
  return { cy, en };
}

function signatureOf({ session, plugin, path }: OutcomePlace, text: string): Buffer {
  return createHmac("sha256", `desk outcome ${session}`)
    .update(`${plugin}/${path} ${text}`)
    .digest();
}
