import type { LedgerEvent, PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { queueMessage } from "./delivery-store.ts";
import { readEndpoints } from "./endpoint-store.ts";
import { messageOfEvent } from "./message-of-event.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

/** Queues an entry for every endpoint of its school that was there when it happened and is to be told of its kind. */
export async function queueEvent(
  { host, tables }: { readonly host: PluginHost; readonly tables: Kysely<WebhooksTables> },
  event: LedgerEvent,
): Promise<void> {
  const message = messageOfEvent(event);
  for (const endpoint of await readEndpoints(tables, event.school)) {
    const { types, disabled, createdAt } = endpoint;
    // While it is switched off, or gone, nothing gathers for it; the ledger's own list of events tells what it missed.
    const isTold = disabled === undefined && createdAt <= event.at;
    if (!isTold || (types !== undefined && !types.includes(event.type))) continue;
    await queueMessage(tables, endpoint, message, host.now());
  }
}
