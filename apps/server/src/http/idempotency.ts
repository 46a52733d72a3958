import { createHash } from "node:crypto";
import type { IdPrefix } from "../ids.ts";
import type { Services } from "../services.ts";
import type { Exchange, HttpContext } from "./exchange.ts";
import {
  abandonRequest,
  claimRequest,
  DEAD_AFTER_MILLISECONDS,
  keepAnswer,
  releaseRequest,
  reservedId,
  type KeyedRequest,
  type StoredAnswer,
} from "./idempotency-store.ts";
import { readText } from "./json-body.ts";
import { RequestFault } from "./request-fault.ts";
import { respond } from "./respond.ts";

export interface IdempotentWork {
  /** Whether the request must carry an `Idempotency-Key`. */
  readonly isKeyNeeded: boolean;
  /** Does the work with services whose first id of each kind is reserved for this request, and answers. Never throws. */
  run(services: Services): Promise<Response>;
  /**
   * Asked when an earlier run died without an answer: the answer, if what it was to make is there now. `idOf` gives the
   * reserved ids. Never throws.
   */
  recover?(idOf: (prefix: IdPrefix) => string): Promise<Response | undefined>;
}

/**
 * Runs a request once for its `Idempotency-Key`, however often it is sent (draft-ietf-httpapi-idempotency-key-header).
 * The first answer is kept for 24 hours and given again with `Idempotency-Replayed: true`; another request with the
 * same key is refused; one that comes while the first still runs is told to wait.
 *
 * The mark and the command are two transactions, and a crash may fall between them. So whatever the command makes gets
 * an id that follows from the request itself: when the request is sent again, 60 seconds later or more, it takes the
 * dead one's place and finds by that id what is already there. Actions on a booking make nothing: they find the booking
 * in the status that they lead to, or else meet their own `If-Match`, which an earlier run that did commit has made
 * stale. So no answer can tell of a booking that isn't there, and no repetition can book twice.
 *
 * Nor can a repetition be told "no" while the booking is there. An earlier run's commit may still be under way when it
 * is looked for; but whoever then runs waits in the ledger until it has ended, and whatever but success comes of that is
 * kept only after a second look. And a run that others keep from its ledger for half a minute gives up
 * (`beginWritesBefore`), so that none begins to write after its place was taken.
 */
export async function runOnce(
  context: HttpContext,
  services: Services,
  work: IdempotentWork,
): Promise<Response> {
  const request = await keyedRequest(context, work.isKeyNeeded);
  if (request === undefined) return work.run(services);
  const standing = await claimRequest(services, request);
  switch (standing.kind) {
    case "reused":
      throw new RequestFault("IDEMPOTENCY_KEY_REUSED");
    case "running":
      throw new RequestFault("IDEMPOTENCY_KEY_RUNNING", [], {
        "retry-after": String(standing.retryAfterSeconds),
      });
    case "answered":
      return respond(context, standing.answer.status, standing.answer.body, {
        ...standing.answer.headers,
        "idempotency-replayed": "true",
      });
    case "mine": {
      const idOf = (prefix: IdPrefix) => reservedId(prefix, request, standing.firstStartedAt);
      const own: Services = {
        ...withReservedIds(services, idOf),
        beginWritesBefore: standing.startedAt + BEGIN_WITHIN_MILLISECONDS,
      };
      const response = standing.isTakenOver ? await takeOver(work, own, idOf) : await work.run(own);
      await settle(services, request, standing, response, context.get("exchange"));
      return response;
    }
  }
}

/** Half of the time after which a run counts as dead: clocks of machines may differ by the other half. */
const BEGIN_WITHIN_MILLISECONDS = DEAD_AFTER_MILLISECONDS / 2;

/** Answers in the place of an earlier run, which may have done its work, or be about to have. */
async function takeOver(
  work: IdempotentWork,
  services: Services,
  idOf: (prefix: IdPrefix) => string,
): Promise<Response> {
  const recovered = await work.recover?.(idOf);
  if (recovered !== undefined) return recovered;
  const response = await work.run(services);
  if (response.ok) return response;
  return (await work.recover?.(idOf)) ?? response;
}

/** Undefined when the request carries no key and needs none. */
async function keyedRequest(
  context: HttpContext,
  isKeyNeeded: boolean,
): Promise<KeyedRequest | undefined> {
  const idempotencyKey = readKey(context.req.header("idempotency-key"));
  if (idempotencyKey === undefined) {
    if (isKeyNeeded) throw new RequestFault("IDEMPOTENCY_KEY_MISSING");
    return undefined;
  }
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([context.req.method, context.req.path, await readText(context)]))
    .digest("hex");
  return { keyId: context.get("exchange").actor?.keyId ?? "", idempotencyKey, fingerprint };
}

/** The draft has a quoted string; most clients send the bare value. Both name the same key. */
function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const bare = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim();
  if (!/^[\x21-\x7e]{1,255}$/.test(bare)) throw new RequestFault("IDEMPOTENCY_KEY_INVALID");
  return bare;
}

function withReservedIds(services: Services, idOf: (prefix: IdPrefix) => string): Services {
  const given = new Set<IdPrefix>();
  return {
    ...services,
    newId(prefix) {
      if (given.has(prefix)) return services.newId(prefix);
      given.add(prefix);
      return idOf(prefix);
    },
  };
}

/** Answers that say "not now", or "not like this, yet", are not kept: nothing came of the request. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([401, 428, 429]);

const KEPT_HEADERS = [
  "content-type",
  "content-language",
  "etag",
  "location",
  "link",
  "cache-control",
];

async function settle(
  services: Services,
  request: KeyedRequest,
  { isTakenOver }: { readonly isTakenOver: boolean },
  response: Response,
  { sent }: Exchange,
): Promise<void> {
  const { status } = response;
  const isPassing = PASSING_STATUSES.has(status);
  // What was taken over keeps its reserved ids: an earlier run may have made something of them.
  if (status >= 500 || (isPassing && isTakenOver)) return abandonRequest(services, request);
  if (isPassing) return releaseRequest(services, request);
  const isKnown = sent?.response === response;
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = isKnown ? sent.headers[name] : response.headers.get(name);
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const answer: StoredAnswer = {
    status,
    headers: Object.fromEntries(headers),
    body: isKnown ? (sent.text ?? "") : await response.clone().text(),
  };
  return keepAnswer(services, request, answer);
}
