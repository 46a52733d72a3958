import { setTimeout as delay } from "node:timers/promises";
import type { AttackAnswer, AttackReport } from "./attack-report.ts";

/** What is to be sent, before anything has come of it. */
export type Intention = Omit<AttackReport, "attempts" | "unanswered" | "final" | "slowestMs">;

export interface SendOptions {
  /** Where the servers listen; a client that gets no answer goes on to the next. */
  readonly urls: readonly string[];
  /** After so many attempts without an answer, it is given up for now. */
  readonly mostAttempts: number;
}

/** No answer may take longer than this. */
const PATIENCE_MS = 30_000;

/** Sends a request until it is answered, always with the same `Idempotency-Key`. Never throws. */
export async function sendUntilAnswered(
  intention: Intention,
  { urls, mostAttempts }: SendOptions,
  earlier: Pick<AttackReport, "attempts" | "unanswered" | "slowestMs"> = NONE,
): Promise<AttackReport> {
  let { attempts, unanswered, slowestMs } = earlier;
  let timesRunning = 0;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    attempts += 1;
    const url = urls[(attempts + intention.number.length) % urls.length] ?? "";
    const started = performance.now();
    const answer = await send(url, intention);
    slowestMs = Math.max(slowestMs, performance.now() - started);
    if (answer === undefined || answer.status === 503) {
      unanswered += 1;
    } else if (answer.code === "IDEMPOTENCY_KEY_RUNNING") {
      // Whoever ran it may be dead, and counts as running for a minute still: others are not kept waiting for that.
      timesRunning += 1;
      if (timesRunning >= 3) break;
    } else {
      const subject = intention.subject ?? answer.id;
      return { ...intention, subject, attempts, unanswered, slowestMs, final: answer };
    }
    await delay(40 * (attempt + 1));
  }
  return { ...intention, attempts, unanswered, slowestMs, final: undefined };
}

const NONE = { attempts: 0, unanswered: 0, slowestMs: 0 };

async function send(
  url: string,
  { method, path, headers, body }: Intention,
): Promise<AttackAnswer | undefined> {
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const json = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    const revision = /^"(\d+)"$/.exec(response.headers.get("etag") ?? "")?.[1];
    return {
      status: response.status,
      code: textOf(json["code"]),
      id: textOf(json["id"]),
      revision: revision === undefined ? undefined : Number(revision),
    };
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
