import { OpenAPIHono } from "@hono/zod-openapi";
import type { Instant } from "@neuadd/core";
import {
  definePlugin,
  LEDGER_EVENT_TYPES,
  type LedgerEvent,
  type Listeners,
  type PluginEnvironment,
  type PluginParts,
  refuseUnknownOptions,
} from "@neuadd/plugin-kit";
import { addressBlocks } from "@neuadd/plugin-kit/host";
import { forgetDeliveries } from "./delivery-store.ts";
import { addDeliveryRoutes } from "./delivery-routes.ts";
import { makeDispatcher } from "./dispatcher.ts";
import { addEndpointRoutes } from "./endpoint-routes.ts";
import { queueEvent } from "./queue-event.ts";
import { webhooksPage } from "./webhooks-page.ts";
import { webhooksMigrations, type WebhooksTables } from "./webhooks-tables.ts";

export interface WebhooksOptions {
  /**
   * Blocks of addresses, such as `127.0.0.0/8`, that messages may go to though they are not of the public
   * internet; plain `http:` may be used to them alone. Default: none.
   */
  readonly allowAddresses?: readonly string[];
  /** How long the secret before a new one signs too. Default 24. */
  readonly rotationHours?: number;
  /** How long an endpoint may take to answer, in milliseconds. Default 15,000; at most 30,000. */
  readonly timeoutMs?: number;
  /** The clock of the world, which `webhook-timestamp` shows. Default: the machine's, also in a demonstration. */
  readonly worldNow?: () => Instant;
}

export interface WebhooksApi {
  /** Sends all that is due now, and is done when it has been sent. */
  sendDue(): Promise<void>;
}

const LONGEST_TIMEOUT_MS = 30_000;
const KEPT_MS = 30 * 86_400_000;

/**
 * Tells addresses of a school's choice what happens in its ledger: Standard Webhooks 1.0, signed, sent
 * again until they arrive, with a log, and never to an address within the server's own network.
 *
 * Throws a RangeError for an option that can't be, or that there is not.
 *
 * @example
 * ```ts
 * import { webhooks } from "@neuadd/plugin-webhooks";
 *
 * webhooks().id; //=> "webhooks"
 * webhooks({ allowAddresses: ["10.1.2.0/24"], rotationHours: 48 }).requires; //=> undefined
 * ```
 */
export function webhooks(options: WebhooksOptions = {}) {
  const { allowAddresses = [], rotationHours = 24, timeoutMs = 15_000 } = options;
  const worldNow = options.worldNow ?? (() => Date.now());
  refuseUnknownOptions("webhooks", options, {
    allowAddresses: true,
    rotationHours: true,
    timeoutMs: true,
    worldNow: true,
  });
  addressBlocks(allowAddresses);
  if (!(rotationHours >= 0)) throw new RangeError(`webhooks: rotationHours is ${rotationHours}.`);
  if (!(timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw new RangeError(`webhooks: timeoutMs is ${timeoutMs}; at most ${LONGEST_TIMEOUT_MS}.`);
  }
  return definePlugin({
    id: "webhooks",
    migrations: webhooksMigrations,
    setup(host): PluginParts<WebhooksApi> {
      const tables = host.tables<WebhooksTables>();
      const dispatcher = makeDispatcher({ host, tables, allowAddresses, timeoutMs, worldNow });
      const parts = { host, tables, dispatcher, allowAddresses, rotationHours };
      const routes = new OpenAPIHono<PluginEnvironment>();
      addEndpointRoutes(routes, parts);
      addDeliveryRoutes(routes, parts);
      return {
        api: { sendDue: () => dispatcher.run() },
        routes,
        on: onEvery(async (event) => {
          await queueEvent(parts, event);
          dispatcher.wake();
        }),
        jobs: [
          {
            id: "send",
            everyMinutes: 1,
            async run(now) {
              await forgetDeliveries(tables, now - KEPT_MS);
              dispatcher.wake();
            },
          },
        ],
        pages: [webhooksPage(parts)],
        close: () => dispatcher.close(),
      };
    },
  });
}

function onEvery(listen: (event: LedgerEvent) => Promise<void>): Listeners {
  return Object.fromEntries(LEDGER_EVENT_TYPES.map((type) => [type, listen]));
}
