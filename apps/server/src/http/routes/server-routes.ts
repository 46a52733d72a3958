import { z } from "@hono/zod-openapi";
import { localDateOf, toRfc3339 } from "@neuadd/core";
import type { Metrics } from "../metrics.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { RequestFault } from "../request-fault.ts";
import { respond, respondJson } from "../respond.ts";
import { WireDate, WireInstant } from "../wire/wire-parts.ts";

/** Wales keeps one clock, and most schools here are in it: what `/healthz` shows before any school is asked about. */
const ZONE_SHOWN = "Europe/London";

const WireHealth = z
  .object({
    status: z.literal("alive"),
    demonstrationClock: z.boolean(),
    now: WireInstant,
    today: WireDate,
  })
  .openapi("Health");

/** How the server itself is. */
export function addServerRoutes(api: Api, metrics: Metrics): void {
  addOperation(
    api,
    {
      id: "getHealth",
      method: "get",
      path: "/healthz",
      tag: "server",
      answers: { 200: { description: "It is alive.", schema: WireHealth } },
    },
    ({ context, services: { clock } }) => {
      const now = clock.now();
      return respondJson(context, 200, {
        status: "alive",
        demonstrationClock: clock.isDemonstration,
        now: toRfc3339(now, ZONE_SHOWN),
        today: localDateOf(now, ZONE_SHOWN),
      });
    },
  );

  addOperation(
    api,
    {
      id: "getReadiness",
      method: "get",
      path: "/readyz",
      tag: "server",
      answers: {
        200: {
          description: "It is ready.",
          schema: z.object({ status: z.literal("ready") }).openapi("Readiness"),
        },
      },
    },
    async ({ context, services: { store } }) => {
      if (!(await store.isReady())) {
        throw new RequestFault("STORE_UNAVAILABLE", [], { "retry-after": "1" });
      }
      return respondJson(context, 200, { status: "ready" });
    },
  );

  addOperation(
    api,
    {
      id: "getMetrics",
      method: "get",
      path: "/metrics",
      tag: "server",
      answers: {
        200: { description: "Prometheus text.", schema: z.string(), mediaType: "text/plain" },
      },
    },
    async ({ context }) =>
      respond(context, 200, await metrics.text(), {
        "content-type": metrics.contentType,
        "cache-control": "no-store",
      }),
  );
}
