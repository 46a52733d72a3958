import type { LedgerEvent } from "@neuadd/plugin-kit";

/** A message before it is signed: its id, kind and text. */
export interface WebhookMessage {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** Standard Webhooks asks for bodies under about 20 kB. */
const LARGEST_BODY_BYTES = 20_000;

/**
 * What a receiver is told of an entry of the ledger: `{ type, timestamp, data }`, ids, dates and codes alone.
 * The id comes from school, revision and ordinal, so that an entry that is heard of twice is one message.
 * Of an entry with more dates than fit, lists are left out and `abridged` is true: read the booking.
 */
export function messageOfEvent(event: LedgerEvent): WebhookMessage {
  const { school, revision, ordinal, type, at } = event;
  const place = { school, revision, ordinal };
  const timestamp = new Date(at).toISOString();
  const whole = JSON.stringify({ type, timestamp, data: { ...event.data, ...place } });
  const id = `msg_${school}_${revision}_${ordinal}`;
  if (Buffer.byteLength(whole) <= LARGEST_BODY_BYTES) return { id, type, body: whole };
  const short = Object.fromEntries(
    Object.entries(event.data).filter(([, value]) => typeof value !== "object"),
  );
  const data = { ...short, ...place, abridged: true };
  return { id, type, body: JSON.stringify({ type, timestamp, data }) };
}
