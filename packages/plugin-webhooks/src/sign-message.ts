import { createHmac } from "node:crypto";
import type { Instant } from "@neuadd/core";
import type { PluginHost } from "@neuadd/plugin-kit";

const PREFIX = "whsec_";
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** A message as it goes out. */
export interface OutgoingMessage {
  readonly id: string;
  readonly body: string;
  /** When this attempt is made, by the clock of the world: receivers compare it with theirs. */
  readonly sentAt: Instant;
}

/** A fresh secret, `whsec_` and base64. */
export function makeSecret(host: Pick<PluginHost, "randomBytes">): string {
  return PREFIX + Buffer.from(host.randomBytes(SECRET_BYTES)).toString("base64");
}

/**
 * The three headers of Standard Webhooks 1.0: HMAC-SHA256 of `id.timestamp.body`, once with each secret, so
 * that a receiver may hold the new one or the one before.
 *
 * @example
 * ```ts
 * import { signatureHeaders } from "@neuadd/plugin-webhooks";
 *
 * const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
 * const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}', sentAt: 1614265330000 };
 * signatureHeaders(message, [secret])["webhook-signature"]; //=> "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
 * ```
 */
export function signatureHeaders(
  { id, body, sentAt }: OutgoingMessage,
  secrets: readonly string[],
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(sentAt / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
