import type { Instant } from "@neuadd/core";
import type { LedgerEventType } from "@neuadd/plugin-kit";
import type { Kysely, Selectable } from "kysely";
import type { EndpointEnd, WebhookEndpoint } from "./webhook-endpoint.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

type Tables = Kysely<WebhooksTables>;

export async function readEndpoints(tables: Tables, school: string): Promise<WebhookEndpoint[]> {
  const rows = await tables
    .selectFrom("webhooks_endpoints")
    .selectAll()
    .where("school", "=", school)
    .orderBy("created_at")
    .orderBy("endpoint")
    .execute();
  return rows.map(endpointOf);
}

/** How many endpoints each school has; one without any is left out. */
export async function countEndpoints(tables: Tables): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom("webhooks_endpoints")
    .select((select) => ["school", select.fn.countAll<number | string>().as("count")])
    .groupBy("school")
    .execute();
  return new Map(rows.map(({ school, count }) => [school, Number(count)]));
}

export async function readEndpoint(
  tables: Tables,
  school: string,
  id: string,
): Promise<WebhookEndpoint | undefined> {
  const row = await tables
    .selectFrom("webhooks_endpoints")
    .selectAll()
    .where("school", "=", school)
    .where("endpoint", "=", id)
    .executeTakeFirst();
  return row && endpointOf(row);
}

/** Writes an endpoint with its first secret. */
export async function addEndpoint(
  tables: Tables,
  endpoint: WebhookEndpoint,
  secret: string,
): Promise<void> {
  const { id, school, createdAt } = endpoint;
  await tables.transaction().execute(async (transaction) => {
    await transaction.insertInto("webhooks_endpoints").values(rowOf(endpoint)).execute();
    await transaction
      .insertInto("webhooks_secrets")
      .values({ school, endpoint: id, secret, created_at: createdAt, expires_at: null })
      .execute();
  });
}

export async function changeEndpoint(tables: Tables, endpoint: WebhookEndpoint): Promise<void> {
  const { school: _school, endpoint: _id, ...changed } = rowOf(endpoint);
  await tables
    .updateTable("webhooks_endpoints")
    .set(changed)
    .where("school", "=", endpoint.school)
    .where("endpoint", "=", endpoint.id)
    .execute();
}

/** Switches an endpoint off, if it is on. */
export async function disableEndpoint(
  tables: Tables,
  { school, id }: Pick<WebhookEndpoint, "school" | "id">,
  why: EndpointEnd,
): Promise<void> {
  await tables
    .updateTable("webhooks_endpoints")
    .set({ disabled: why })
    .where("school", "=", school)
    .where("endpoint", "=", id)
    .where("disabled", "is", null)
    .execute();
}

/** Forgets an endpoint with all that was sent to it; false if there was none. */
export async function removeEndpoint(tables: Tables, school: string, id: string): Promise<boolean> {
  return tables.transaction().execute(async (transaction) => {
    for (const table of ["webhooks_attempts", "webhooks_deliveries", "webhooks_secrets"] as const) {
      await transaction
        .deleteFrom(table)
        .where("school", "=", school)
        .where("endpoint", "=", id)
        .execute();
    }
    const removed = await transaction
      .deleteFrom("webhooks_endpoints")
      .where("school", "=", school)
      .where("endpoint", "=", id)
      .returning("endpoint")
      .execute();
    return removed.length > 0;
  });
}

/** The secrets that a message is signed with now, the newest first. */
export async function readSecrets(
  tables: Tables,
  { school, id }: Pick<WebhookEndpoint, "school" | "id">,
  now: Instant,
): Promise<string[]> {
  const rows = await tables
    .selectFrom("webhooks_secrets")
    .select(["secret", "expires_at"])
    .where("school", "=", school)
    .where("endpoint", "=", id)
    .orderBy("created_at", "desc")
    .execute();
  const isNewest = ({ expires_at }: { expires_at: number | null }) => expires_at === null;
  return rows
    .filter(({ expires_at }) => expires_at === null || expires_at > now)
    .toSorted((a, b) => Number(isNewest(b)) - Number(isNewest(a)))
    .map(({ secret }) => secret);
}

/** Puts a new secret in place; the one before signs too until `previousUntil`, older ones no more. */
export async function rotateSecret(
  tables: Tables,
  { school, id }: Pick<WebhookEndpoint, "school" | "id">,
  secret: string,
  { now, previousUntil }: { readonly now: Instant; readonly previousUntil: Instant },
): Promise<void> {
  await tables.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("webhooks_secrets")
      .where("school", "=", school)
      .where("endpoint", "=", id)
      .where("expires_at", "is not", null)
      .execute();
    await transaction
      .updateTable("webhooks_secrets")
      .set({ expires_at: previousUntil })
      .where("school", "=", school)
      .where("endpoint", "=", id)
      .execute();
    await transaction
      .insertInto("webhooks_secrets")
      .values({ school, endpoint: id, secret, created_at: now, expires_at: null })
      .execute();
  });
}

function endpointOf(row: Selectable<WebhooksTables["webhooks_endpoints"]>): WebhookEndpoint {
  const { school, endpoint, url, description, types, disabled, created_at } = row;
  return {
    id: endpoint,
    school,
    url,
    description,
    types: types === null ? undefined : (JSON.parse(types) as LedgerEventType[]),
    disabled: disabled === null ? undefined : (disabled as EndpointEnd),
    createdAt: created_at,
  };
}

function rowOf(endpoint: WebhookEndpoint): WebhooksTables["webhooks_endpoints"] {
  const { id, school, url, description, types, disabled, createdAt } = endpoint;
  return {
    school,
    endpoint: id,
    url,
    description,
    types: types === undefined ? null : JSON.stringify(types),
    disabled: disabled ?? null,
    created_at: createdAt,
  };
}
