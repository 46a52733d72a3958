import type { Instant } from "@neuadd/core";
import type { FactsPage } from "@neuadd/plugin-kit";
import type { Kysely, Selectable } from "kysely";
import type { WebhookMessage } from "./message-of-event.ts";
import type {
  DeliveryStatus,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
} from "./webhook-endpoint.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

type Tables = Kysely<WebhooksTables>;
type DeliveryRow = Selectable<WebhooksTables["webhooks_deliveries"]>;

/** Which message to which endpoint. */
export interface DeliveryPlace {
  readonly school: string;
  readonly endpoint: string;
  readonly message: string;
}

/** Puts a message in the queue of an endpoint, unless it is or was there. */
export async function queueMessage(
  tables: Tables,
  { school, id }: Pick<WebhookEndpoint, "school" | "id">,
  message: WebhookMessage,
  now: Instant,
): Promise<void> {
  await tables
    .insertInto("webhooks_deliveries")
    .values({
      school,
      endpoint: id,
      message: message.id,
      type: message.type,
      body: message.body,
      status: "pending",
      attempts: 0,
      tries: 0,
      created_at: now,
      next_at: now,
      claimed_until: 0,
    })
    .onConflict((conflict) => conflict.columns(["school", "endpoint", "message"]).doNothing())
    .execute();
}

/** Deliveries of one endpoint, the newest first. `after` is `next` of the page before. */
export async function readDeliveries(
  tables: Tables,
  school: string,
  endpoint: string,
  wanted: { readonly status?: DeliveryStatus; readonly after?: string; readonly limit: number },
): Promise<FactsPage<WebhookDelivery>> {
  const { status, after, limit } = wanted;
  const [time = "", message = ""] = after?.split(/:(.*)/) ?? [];
  let query = tables
    .selectFrom("webhooks_deliveries")
    .selectAll()
    .where("school", "=", school)
    .where("endpoint", "=", endpoint);
  if (status !== undefined) query = query.where("status", "=", status);
  if (after !== undefined) {
    query = query.where((where) =>
      where.or([
        where("created_at", "<", Number(time)),
        where.and([where("created_at", "=", Number(time)), where("message", "<", message)]),
      ]),
    );
  }
  const rows = await query
    .orderBy("created_at", "desc")
    .orderBy("message", "desc")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(deliveryOf);
  const last = items.at(-1);
  if (last === undefined || rows.length <= limit) return { items };
  return { items, next: `${last.createdAt}:${last.message}` };
}

/** One delivery, with its text and every attempt, the first one first. */
export async function readDelivery(
  tables: Tables,
  place: DeliveryPlace,
): Promise<(WebhookDelivery & { body: string; log: WebhookAttempt[] }) | undefined> {
  const row = await tables
    .selectFrom("webhooks_deliveries")
    .selectAll()
    .where("school", "=", place.school)
    .where("endpoint", "=", place.endpoint)
    .where("message", "=", place.message)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const attempts = await tables
    .selectFrom("webhooks_attempts")
    .select(["attempt", "at", "status", "fault"])
    .where("school", "=", place.school)
    .where("endpoint", "=", place.endpoint)
    .where("message", "=", place.message)
    .orderBy("attempt")
    .execute();
  const log = attempts.map(({ attempt, at, status, fault }) => ({
    attempt,
    at,
    status: status ?? undefined,
    fault: fault ?? undefined,
  }));
  return { ...deliveryOf(row), body: row.body, log };
}

/** Puts a message back at the beginning of the retry schedule; false if there is none. */
export async function queueAgain(
  tables: Tables,
  place: DeliveryPlace,
  now: Instant,
): Promise<boolean> {
  const queued = await tables
    .updateTable("webhooks_deliveries")
    .set({ status: "pending", tries: 0, next_at: now })
    .where("school", "=", place.school)
    .where("endpoint", "=", place.endpoint)
    .where("message", "=", place.message)
    .returning("message")
    .execute();
  return queued.length > 0;
}

/** Forgets what arrived or was given up before `before`, one school at a time: its rows lie on one node. */
export async function forgetDeliveries(tables: Tables, before: Instant): Promise<void> {
  const schools = await tables
    .selectFrom("webhooks_deliveries")
    .select("school")
    .distinct()
    .where("status", "!=", "pending")
    .where("created_at", "<", before)
    .execute();
  for (const { school } of schools) {
    const old = await tables
      .deleteFrom("webhooks_deliveries")
      .where("school", "=", school)
      .where("status", "!=", "pending")
      .where("created_at", "<", before)
      .returning(["endpoint", "message"])
      .execute();
    for (const { endpoint, message } of old) {
      await tables
        .deleteFrom("webhooks_attempts")
        .where("school", "=", school)
        .where("endpoint", "=", endpoint)
        .where("message", "=", message)
        .execute();
    }
  }
}

function deliveryOf(row: DeliveryRow): WebhookDelivery {
  return {
    message: row.message,
    endpoint: row.endpoint,
    type: row.type,
    // The column is text that only this package writes.
    status: row.status as DeliveryStatus,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAt: row.next_at ?? undefined,
  };
}
