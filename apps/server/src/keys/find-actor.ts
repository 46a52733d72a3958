import { timingSafeEqual } from "node:crypto";
import type { Instant } from "@neuadd/core";
import type { CallerScope } from "@neuadd/plugin-kit";
import type { Services } from "../services.ts";
import { runKept } from "../store/kept-statement.ts";
import type { ApiKeyRow } from "../store/schema.ts";
import type { Actor } from "./actor.ts";
import { parseKeyText } from "./key-text.ts";
import { hashSecret } from "./secret.ts";

/** An id that no key has: text of another form is looked up all the same, so that it takes as long. */
const NO_KEY = "key_";
const NO_HASH = Buffer.alloc(32);

/**
 * The bearer of a key; undefined if the key is of another form, unknown, expired or revoked: which of these, a
 * caller can't tell, nor by the time it takes.
 */
export async function findActor(services: Services, key: string): Promise<Actor | undefined> {
  const hash = hashSecret(key);
  const { database } = services.store;
  const id = parseKeyText(key)?.id ?? NO_KEY;
  const { rows } = await runKept<FoundKey>(database, "findActor", [id], () =>
    database
      .selectFrom("api_keys")
      .select(["key_id", "hash", "kind", "owner_id", "scopes", "expires_at", "revoked_at"])
      .where("key_id", "=", id),
  );
  const [row] = rows;
  const isKey = timingSafeEqual(hash, row === undefined ? NO_HASH : Buffer.from(row.hash, "hex"));
  if (!isKey || row === undefined) return undefined;
  return bearerOf(row, services.clock.now());
}

/** The bearer of a key that has been found; undefined if it is revoked or expired. */
export function bearerOf(row: Omit<FoundKey, "hash">, now: Instant): Actor | undefined {
  if (row.revoked_at !== null) return undefined;
  if (row.expires_at !== null && row.expires_at <= now) return undefined;
  return {
    keyId: row.key_id,
    kind: row.kind,
    owner: row.owner_id,
    scopes: new Set(JSON.parse(row.scopes) as CallerScope[]),
  };
}

type FoundKey = Pick<
  ApiKeyRow,
  "key_id" | "hash" | "kind" | "owner_id" | "scopes" | "expires_at" | "revoked_at"
>;
