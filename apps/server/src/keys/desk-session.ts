import type { Services } from "../services.ts";
import type { Actor } from "./actor.ts";
import { bearerOf } from "./find-actor.ts";
import { hashSecret, makeSecret } from "./secret.ts";

/** A working day. Whoever has not signed out by then is signed out. */
export const DESK_SESSION_SECONDS = 8 * 60 * 60;

/** Signs the bearer of a key in, and answers the secret of the session, of which no more than a hash is kept. */
export async function openDeskSession(
  { store, clock }: Services,
  { keyId }: Actor,
): Promise<string> {
  const secret = makeSecret();
  const now = clock.now();
  await store.database.deleteFrom("desk_sessions").where("ends_at", "<=", now).execute();
  await store.database
    .insertInto("desk_sessions")
    .values({
      hash: hashOf(secret),
      key_id: keyId,
      ends_at: now + DESK_SESSION_SECONDS * 1000,
    })
    .execute();
  return secret;
}

/** Who is signed in by a session; undefined once it has ended, or its key is revoked or expired. */
export async function findDeskActor(
  { store, clock }: Services,
  secret: string,
): Promise<Actor | undefined> {
  const now = clock.now();
  const row = await store.database
    .selectFrom("desk_sessions")
    .innerJoin("api_keys", "api_keys.key_id", "desk_sessions.key_id")
    .select([
      "api_keys.key_id",
      "api_keys.kind",
      "api_keys.owner_id",
      "api_keys.scopes",
      "api_keys.expires_at",
      "api_keys.revoked_at",
    ])
    .where("desk_sessions.hash", "=", hashOf(secret))
    .where("desk_sessions.ends_at", ">", now)
    .executeTakeFirst();
  return row && bearerOf(row, now);
}

/** Signs out. */
export async function endDeskSession({ store }: Services, secret: string): Promise<void> {
  await store.database.deleteFrom("desk_sessions").where("hash", "=", hashOf(secret)).execute();
}

function hashOf(secret: string): string {
  return hashSecret(secret).toString("hex");
}
