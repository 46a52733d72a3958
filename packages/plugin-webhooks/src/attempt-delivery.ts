import type { Instant } from "@neuadd/core";
import { OutwardFault, type PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { ClaimedDelivery } from "./due-deliveries.ts";
import { disableEndpoint, readSecrets } from "./endpoint-store.ts";
import { retryPauseMs } from "./retry-schedule.ts";
import { signatureHeaders } from "./sign-message.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

export interface AttemptParts {
  readonly host: PluginHost;
  readonly tables: Kysely<WebhooksTables>;
  readonly allowAddresses: readonly string[];
  readonly timeoutMs: number;
  /** The clock of the world. */
  readonly worldNow: () => Instant;
}

const GONE = 410;

/** Sends a message that was claimed, once, and writes down what came of it. */
export async function attemptDelivery(
  parts: AttemptParts,
  endpoint: WebhookEndpoint,
  delivery: ClaimedDelivery,
): Promise<void> {
  const { host, tables } = parts;
  const startedAt = host.now();
  const answer = await send(parts, endpoint, delivery);
  const { status } = answer;
  const arrived = status !== undefined && status >= 200 && status < 300;
  const tries = delivery.tries + 1;
  const pauseMs = arrived || status === GONE ? undefined : retryPauseMs(tries, chance(host));
  const attempts = delivery.attempts + 1;
  const { school, message } = delivery;
  await tables.transaction().execute(async (transaction) => {
    const kept = await transaction
      .updateTable("webhooks_deliveries")
      .set({
        status: arrived ? "delivered" : pauseMs === undefined ? "failed" : "pending",
        attempts,
        tries,
        next_at: pauseMs === undefined ? null : host.now() + pauseMs,
        claimed_until: 0,
      })
      .where("school", "=", school)
      .where("endpoint", "=", endpoint.id)
      .where("message", "=", message)
      .returning("message")
      .execute();
    // The endpoint may have been removed while its answer was waited for.
    if (kept.length === 0) return;
    await transaction
      .insertInto("webhooks_attempts")
      .values({
        school,
        endpoint: endpoint.id,
        message,
        attempt: attempts,
        at: startedAt,
        status: status ?? null,
        fault: answer.fault ?? null,
      })
      .onConflict((conflict) =>
        conflict.columns(["school", "endpoint", "message", "attempt"]).doNothing(),
      )
      .execute();
    if (status === GONE) await disableEndpoint(transaction, endpoint, "GONE");
  });
  if (!arrived && pauseMs === undefined) {
    host.logger.warn({ school, endpoint: endpoint.id, message, status }, "A webhook was given up");
  }
}

interface Answer {
  readonly status?: number;
  readonly fault?: string;
}

async function send(
  { host, tables, allowAddresses, timeoutMs, worldNow }: AttemptParts,
  endpoint: WebhookEndpoint,
  { message, body }: ClaimedDelivery,
): Promise<Answer> {
  const secrets = await readSecrets(tables, endpoint, host.now());
  const signed = signatureHeaders({ id: message, body, sentAt: worldNow() }, secrets);
  try {
    const { status } = await host.callOut({
      url: endpoint.url,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "neuadd-webhooks",
        ...signed,
      },
      body,
      timeoutMs,
      takesBody: false,
      allowAddresses,
    });
    return { status };
  } catch (error) {
    if (error instanceof OutwardFault) return { fault: error.code };
    throw error;
  }
}

/** From 0 up to, but not including, 1. */
function chance({ randomBytes }: Pick<PluginHost, "randomBytes">): number {
  return (randomBytes(1)[0] ?? 0) / 256;
}
