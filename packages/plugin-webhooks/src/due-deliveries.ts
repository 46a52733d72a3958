import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { DeliveryPlace } from "./delivery-store.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

type Tables = Kysely<WebhooksTables>;

/** A message that this process alone is sending now. */
export interface ClaimedDelivery extends DeliveryPlace {
  readonly body: string;
  readonly attempts: number;
  readonly tries: number;
}

/** Longer than an attempt can take: a process that was killed in the middle of one is not waited for longer. */
const CLAIM_MS = 120_000;

/** Endpoints that are on and have something to be sent now. */
export async function endpointsWithDue(
  tables: Tables,
  now: Instant,
): Promise<Pick<WebhookEndpoint, "school" | "id">[]> {
  const rows = await pendingOf(tables)
    .select(["webhooks_deliveries.school", "webhooks_deliveries.endpoint"])
    .distinct()
    .where("webhooks_deliveries.next_at", "<=", now)
    .where("webhooks_deliveries.claimed_until", "<=", now)
    .execute();
  return rows.map(({ school, endpoint }) => ({ school, id: endpoint }));
}

/** When, after an instant, the next message is due to an endpoint that is on; undefined when none waits. */
export async function nextDue(tables: Tables, after: Instant): Promise<Instant | undefined> {
  const row = await pendingOf(tables)
    .select("webhooks_deliveries.next_at")
    .where("webhooks_deliveries.next_at", ">", after)
    .orderBy("webhooks_deliveries.next_at")
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? undefined;
}

/** Takes the message of an endpoint that has been due longest, so that no other process sends it meanwhile. */
export async function claimDue(
  tables: Tables,
  { school, id }: Pick<WebhookEndpoint, "school" | "id">,
  now: Instant,
): Promise<ClaimedDelivery | undefined> {
  const candidates = await pendingOf(tables)
    .select("webhooks_deliveries.message")
    .where("webhooks_deliveries.school", "=", school)
    .where("webhooks_deliveries.endpoint", "=", id)
    .where("webhooks_deliveries.next_at", "<=", now)
    .orderBy("webhooks_deliveries.next_at")
    .orderBy("webhooks_deliveries.message")
    .limit(10)
    .execute();
  for (const { message } of candidates) {
    const claimed = await tables
      .updateTable("webhooks_deliveries")
      .set({ claimed_until: now + CLAIM_MS })
      .where("school", "=", school)
      .where("endpoint", "=", id)
      .where("message", "=", message)
      .where("status", "=", "pending")
      .where("next_at", "<=", now)
      .where("claimed_until", "<=", now)
      .returning(["body", "attempts", "tries"])
      .executeTakeFirst();
    if (claimed) return { school, endpoint: id, message, ...claimed };
  }
  return undefined;
}

function pendingOf(tables: Tables) {
  return tables
    .selectFrom("webhooks_deliveries")
    .innerJoin("webhooks_endpoints", (join) =>
      join
        .onRef("webhooks_endpoints.school", "=", "webhooks_deliveries.school")
        .onRef("webhooks_endpoints.endpoint", "=", "webhooks_deliveries.endpoint"),
    )
    .where("webhooks_deliveries.status", "=", "pending")
    .where("webhooks_endpoints.disabled", "is", null);
}
