import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { Actor } from "../keys/actor.ts";
import { DESK_SESSION_SECONDS, findDeskActor } from "../keys/desk-session.ts";
import { findActor } from "../keys/find-actor.ts";
import { hashSecret } from "../keys/secret.ts";
import type { PageKit } from "./page-kit.tsx";

/** Whoever opens a page for schools. */
export interface DeskVisitor {
  readonly actor: Actor;
  /** The secret of the session; absent for a program that sends its key with each request. */
  readonly session?: string;
}

/** By the key in the request's header, or by the cookie of whoever is signed in. */
export async function findDeskVisitor(
  context: Context,
  { services, publicUrl }: PageKit,
): Promise<DeskVisitor | undefined> {
  const key = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (key !== undefined) {
    const actor = await findActor(services, key);
    return actor && { actor };
  }
  const session = getCookie(context, COOKIE, prefixOf(publicUrl));
  if (session === undefined) return undefined;
  const actor = await findDeskActor(services, session);
  return actor && { actor, session };
}

/** Has the browser keep a session. No script can read it, and it is sent from this server's own pages alone. */
export function rememberSession(context: Context, { publicUrl }: PageKit, session: string): void {
  setCookie(context, COOKIE, session, {
    ...cookieOptions(publicUrl),
    maxAge: DESK_SESSION_SECONDS,
  });
}

export function forgetSession(context: Context, { publicUrl }: PageKit): void {
  deleteCookie(context, COOKIE, cookieOptions(publicUrl));
}

/** What a form of a page holds, and no page of another site can know. */
export function formTokenOf(session: string): string {
  return hashSecret(`desk form ${session}`).toString("base64url");
}

export function isFormTokenOf(session: string, token: string): boolean {
  // Hashes are of one length, whatever was sent.
  return timingSafeEqual(hashSecret(formTokenOf(session)), hashSecret(token));
}

/**
 * Whether a form comes from a page of this server, as far as browsers tell. The token of the form is the proof; this refuses
 * earlier, and what has no token yet: signing in.
 */
export function isSentFromHere(context: Context, { publicUrl }: PageKit): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = context.req.header("origin");
  return origin === undefined || origin === new URL(publicUrl ?? context.req.url).origin;
}

const COOKIE = "neuadd-desk";

/** A browser takes a cookie with the prefix `__Host-` from the very server that reads it, and by TLS alone. */
function prefixOf(publicUrl: string | undefined): "host" | undefined {
  return publicUrl?.startsWith("https:") === true ? "host" : undefined;
}

function cookieOptions(publicUrl: string | undefined): CookieOptions {
  const prefix = prefixOf(publicUrl);
  return {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    ...(prefix && { prefix, secure: true }),
  };
}
