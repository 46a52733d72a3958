import { createHash } from "node:crypto";
import type { Instant } from "@neuadd/core";
import type { DialectAdapter, Kysely } from "kysely";
import { newId, type IdPrefix } from "../ids.ts";
import type { Services } from "../services.ts";
import { runKept } from "../store/kept-statement.ts";
import type { IdempotencyKeyRow, StoreSchema } from "../store/schema.ts";
import { withoutFlush } from "../store/without-flush.ts";

/** An answer as it is kept, to be given again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request by its idempotency key: keys of different callers never meet. */
export interface KeyedRequest {
  readonly keyId: string;
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

/** What the store knows of a request. */
export type Standing =
  | {
      readonly kind: "mine";
      /** When this run of it began, and when the first one did. */
      readonly startedAt: Instant;
      readonly firstStartedAt: Instant;
      readonly isTakenOver: boolean;
    }
  | { readonly kind: "answered"; readonly answer: StoredAnswer }
  | { readonly kind: "running"; readonly retryAfterSeconds: number }
  | { readonly kind: "reused" };

const KEPT_MILLISECONDS = 24 * 3_600_000;
/** A request that has run for so long is taken for dead: its process was killed before it could answer. */
export const DEAD_AFTER_MILLISECONDS = 60_000;

/**
 * Marks a request as running, unless another one with its key is, or has been answered. No mark waits for the disk: the
 * commit of what the request does takes it there too, and one that is lost with its request was for nothing.
 */
export async function claimRequest(services: Services, request: KeyedRequest): Promise<Standing> {
  const now = services.clock.now();
  return withoutFlush(services.store, (database) => claim(database, request, now));
}

async function claim(
  database: Kysely<StoreSchema>,
  request: KeyedRequest,
  now: Instant,
): Promise<Standing> {
  const { keyId, idempotencyKey, fingerprint } = request;
  await forgetAnswers(database, now);
  const row: IdempotencyKeyRow = {
    key_id: keyId,
    idempotency_key: idempotencyKey,
    fingerprint,
    response: null,
    started_at: now,
    expires_at: now + KEPT_MILLISECONDS,
  };
  const anew = { fingerprint, response: null, started_at: now, expires_at: row.expires_at };
  const parameters = [...Object.values(row), ...Object.values(anew), now];
  const inserted = await runKept(database, "claimRequest", parameters, () =>
    database
      .insertInto("idempotency_keys")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["key_id", "idempotency_key"])
          .doUpdateSet(anew)
          .where("idempotency_keys.expires_at", "<=", now),
      ),
  );
  if (Number(inserted.numAffectedRows ?? 0) > 0) {
    return { kind: "mine", startedAt: now, firstStartedAt: now, isTakenOver: false };
  }
  return standingOf(database, request, now);
}

/** When answers of each open database were last forgotten here, by its clock. */
const forgotten = new WeakMap<DialectAdapter, Instant>();
const FORGET_EVERY_MILLISECONDS = 60_000;

/**
 * Forgets the answers of all callers whose day is over: an answer holds what people wrote, and must not outlive it because
 * its key is never sent again. Once a minute is enough: a key that is sent again is taken anew in any case.
 */
async function forgetAnswers(database: Kysely<StoreSchema>, now: Instant): Promise<void> {
  const { adapter } = database.getExecutor();
  const sinceMs = now - (forgotten.get(adapter) ?? -Infinity);
  if (sinceMs >= 0 && sinceMs < FORGET_EVERY_MILLISECONDS) return;
  forgotten.set(adapter, now);
  await database.deleteFrom("idempotency_keys").where("expires_at", "<=", now).execute();
}

/**
 * Keeps the answer. A request that was taken over from us meanwhile keeps the answer of whoever is first. An answer that
 * the disk did not get is found again by what the request made.
 */
export async function keepAnswer(
  { store }: Services,
  request: KeyedRequest,
  answer: StoredAnswer,
): Promise<void> {
  const response = JSON.stringify(answer);
  const parameters = [response, request.keyId, request.idempotencyKey];
  await withoutFlush(store, (database) =>
    runKept(database, "keepAnswer", parameters, () =>
      database
        .updateTable("idempotency_keys")
        .set({ response })
        .where("key_id", "=", request.keyId)
        .where("idempotency_key", "=", request.idempotencyKey)
        .where("response", "is", null),
    ),
  );
}

/** Forgets a request that came to nothing, so that it may be sent again. */
export async function releaseRequest({ store }: Services, request: KeyedRequest): Promise<void> {
  await withoutFlush(store, (database) =>
    database
      .deleteFrom("idempotency_keys")
      .where("key_id", "=", request.keyId)
      .where("idempotency_key", "=", request.idempotencyKey)
      .where("response", "is", null)
      .execute(),
  );
}

/**
 * Leaves a request that ended in a fault of ours, so that it may be sent again at once. The store may have committed what
 * it was to make without our hearing of it: whoever sends it again takes its place, with the same reserved ids.
 */
export async function abandonRequest(
  { store, clock }: Services,
  request: KeyedRequest,
): Promise<void> {
  await store.database
    .updateTable("idempotency_keys")
    .set({ started_at: clock.now() - DEAD_AFTER_MILLISECONDS })
    .where("key_id", "=", request.keyId)
    .where("idempotency_key", "=", request.idempotencyKey)
    .where("response", "is", null)
    .execute();
}

/**
 * The id of what a request makes: the same however often the request is run, so that a second run after a crash finds
 * what the first one made instead of making it twice.
 */
export function reservedId(
  prefix: IdPrefix,
  request: KeyedRequest,
  firstStartedAt: Instant,
): string {
  const timed = newId(prefix, firstStartedAt).slice(0, -RANDOM_LETTERS);
  const digest = createHash("sha256")
    .update(JSON.stringify([prefix, request.keyId, request.idempotencyKey, request.fingerprint]))
    .update(String(firstStartedAt))
    .digest("hex");
  return `${timed}${digest.slice(0, RANDOM_LETTERS)}`;
}

const RANDOM_LETTERS = 26;

async function standingOf(
  database: Kysely<StoreSchema>,
  request: KeyedRequest,
  now: Instant,
): Promise<Standing> {
  const row = await database
    .selectFrom("idempotency_keys")
    .select(["fingerprint", "response", "started_at", "expires_at"])
    .where("key_id", "=", request.keyId)
    .where("idempotency_key", "=", request.idempotencyKey)
    .executeTakeFirst();
  // The first request came to nothing between our two statements: the caller may try again at once.
  if (row === undefined) return { kind: "running", retryAfterSeconds: 1 };
  if (row.fingerprint !== request.fingerprint) return { kind: "reused" };
  if (row.response !== null) {
    return { kind: "answered", answer: JSON.parse(row.response) as StoredAnswer };
  }
  const age = now - row.started_at;
  if (age < DEAD_AFTER_MILLISECONDS) {
    return {
      kind: "running",
      retryAfterSeconds: Math.max(1, Math.ceil((DEAD_AFTER_MILLISECONDS - age) / 1000)),
    };
  }
  // Of several that find it dead, the one whose update still sees the old time takes it over.
  const taken = await database
    .updateTable("idempotency_keys")
    .set({ started_at: now })
    .where("key_id", "=", request.keyId)
    .where("idempotency_key", "=", request.idempotencyKey)
    .where("response", "is", null)
    .where("started_at", "=", row.started_at)
    .executeTakeFirst();
  if (Number(taken.numUpdatedRows) === 0) return { kind: "running", retryAfterSeconds: 1 };
  return {
    kind: "mine",
    startedAt: now,
    firstStartedAt: row.expires_at - KEPT_MILLISECONDS,
    isTakenOver: true,
  };
}
