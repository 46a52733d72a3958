import { NeuaddConnectionError } from "./neuadd-connection-error.ts";
import { retryAfterMilliseconds } from "./retry-after.ts";
import { pause, type Schedule } from "./schedule.ts";

/** Sends one request. The global `fetch` is one, and so is the `fetch` of a Hono app. */
export type Fetch = (request: Request) => Response | Promise<Response>;

export interface Persistence {
  readonly fetch: Fetch;
  readonly schedule: Schedule;
  /** How often a request is sent again, after the first time. */
  readonly retries: number;
  /** How long one attempt may take, its whole body included. */
  readonly timeoutMilliseconds: number;
  /**
   * Ends it all. It is kept apart from the request: a signal that many requests are made with, as when a ledger is followed for
   * weeks, would gather a listener from each of them.
   */
  readonly signal: AbortSignal | undefined;
}

const FIRST_DELAY_MILLISECONDS = 250;
const LONGEST_DELAY_MILLISECONDS = 8000;
/** An answer that asks for more patience than this is given to the caller at once. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/**
 * Sends a request until it is answered, as often as `retries` allows. A request that would do harm if it happened twice is
 * sent again only when the server refused to look at it (429). One that may be repeated is sent again, too, when the network
 * fails, nothing comes in time, or the answer is that of a passing state. Between attempts it waits for as long as
 * `Retry-After` says, or else a time that doubles, with chance in it, so that many clients don't come back together.
 *
 * The body has come whole when this resolves. Throws NeuaddConnectionError, or the reason of an aborted signal.
 */
export async function fetchPersistently(
  request: Request,
  isRepeatable: boolean,
  persistence: Persistence,
): Promise<Response> {
  const { signal } = persistence;
  signal?.throwIfAborted();
  // As bytes: what a plugin sends or answers need not be text.
  const body = request.body === null ? undefined : await request.arrayBuffer();
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(request, body, persistence);
    signal?.throwIfAborted();
    const delay = delayBefore(outcome, attempt, isRepeatable);
    if (delay === undefined || attempt >= persistence.retries) {
      if (outcome instanceof NeuaddConnectionError) throw outcome;
      return outcome;
    }
    await pause(persistence.schedule, delay, signal);
    signal?.throwIfAborted();
  }
}

/** Milliseconds before the next attempt; undefined when there should be none. */
function delayBefore(
  outcome: Response | NeuaddConnectionError,
  attempt: number,
  isRepeatable: boolean,
): number | undefined {
  const doubled = Math.min(FIRST_DELAY_MILLISECONDS * 2 ** attempt, LONGEST_DELAY_MILLISECONDS);
  const delay = (doubled * (1 + Math.random())) / 2;
  if (outcome instanceof NeuaddConnectionError) return isRepeatable ? delay : undefined;
  const asked = retryAfterMilliseconds(outcome.headers);
  if (!isPassing(outcome.status, asked !== undefined, isRepeatable)) return undefined;
  if (asked === undefined) return delay;
  return asked <= LONGEST_WAIT_MILLISECONDS ? asked + delay / 4 : undefined;
}

/** 409 tells with `Retry-After` that the first sending of the same request still runs. */
function isPassing(status: number, saysWhen: boolean, isRepeatable: boolean): boolean {
  if (status === 429) return true;
  if (!isRepeatable) return false;
  return status === 502 || status === 503 || status === 504 || (status === 409 && saysWhen);
}

async function attemptOnce(
  request: Request,
  body: ArrayBuffer | undefined,
  { fetch, schedule, timeoutMilliseconds, signal }: Persistence,
): Promise<Response | NeuaddConnectionError> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal?.addEventListener("abort", stop);
  // Not every `fetch` that may be given heeds the signal, so its end is waited for here as well.
  const ended = new Promise<NeuaddConnectionError>((resolve) => {
    controller.signal.addEventListener("abort", () => resolve(timedOut(timeoutMilliseconds)));
  });
  const cancel = schedule(timeoutMilliseconds, () => controller.abort());
  try {
    const sent = new Request(request, {
      signal: controller.signal,
      ...(body !== undefined && { body }),
    });
    return await Promise.race([receive(fetch, sent), ended]);
  } finally {
    cancel();
    signal?.removeEventListener("abort", stop);
  }
}

async function receive(fetch: Fetch, request: Request): Promise<Response | NeuaddConnectionError> {
  try {
    const response = await fetch(request);
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
  } catch (cause) {
    return new NeuaddConnectionError(
      "NETWORK_FAILED",
      `${new URL(request.url).origin} can't be reached, or broke off its answer. Check the address and the network.`,
      { cause },
    );
  }
}

function timedOut(timeoutMilliseconds: number): NeuaddConnectionError {
  return new NeuaddConnectionError(
    "TIMED_OUT",
    `No whole answer came within ${timeoutMilliseconds} ms. Ask again, or allow more with timeoutMilliseconds.`,
  );
}
