import { ReadFault } from "./read-fault.ts";

export interface Answer<Body = unknown> {
  readonly body: Body;
  /** As it came: two answers with the same text say the same. */
  readonly text: string;
  /** True for an answer of earlier on, because a new one could not be had. */
  readonly isStale: boolean;
}

const TIMEOUT_MS = 10_000;
const KEPT_ANSWERS = 16;

/** What was read last at each address, the longest untouched thrown away first. */
const kept = new Map<string, Answer>();
const running = new Map<string, Promise<Answer>>();

/**
 * Reads public JSON. The browser keeps what it has read and asks the server with its `ETag` whether that still holds
 * (`no-cache` means just that), which needs no preflight from another origin. Elements that read the same address at the
 * same time share one request. Neither cookies nor the address of the page go along.
 *
 * When no answer can be had for now, the last one is given again as stale: from memory, or from what the browser has
 * kept since an earlier visit. Rejects with ReadFault when there is none, or the server says "no" for good.
 */
export function readJson(url: string): Promise<Answer> {
  let reading = running.get(url);
  if (reading === undefined) {
    reading = read(url).finally(() => running.delete(url));
    running.set(url, reading);
  }
  return reading;
}

async function read(url: string): Promise<Answer> {
  try {
    return keep(url, await request(url, "no-cache"));
  } catch (error) {
    if (!(error instanceof ReadFault) || !error.isPassing) throw error;
    const last = kept.get(url);
    if (last !== undefined) return { ...last, isStale: true };
    const answer = await request(url, "force-cache").catch(() => Promise.reject(error));
    return { ...answer, isStale: true };
  }
}

async function request(url: string, cache: RequestCache): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      cache,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (cause) {
    throw new ReadFault("UNREACHABLE", true, { cause });
  }
  const body = parse(text);
  if (response.ok && body !== undefined) return { body, text, isStale: false };
  const { status } = response;
  const isPassing = response.ok || status >= 500 || status === 429;
  throw new ReadFault(codeOf(body) ?? `HTTP_${status}`, isPassing);
}

function keep(url: string, answer: Answer): Answer {
  kept.delete(url);
  kept.set(url, answer);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_ANSWERS) break;
    kept.delete(oldest);
  }
  return answer;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of problem details (RFC 9457) as the server writes them. */
function codeOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("code" in body)) return undefined;
  return typeof body.code === "string" ? body.code : undefined;
}
