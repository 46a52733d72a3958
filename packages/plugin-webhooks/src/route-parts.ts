import { z } from "@hono/zod-openapi";
import { describedAs, LEDGER_EVENT_TYPES, type PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { Dispatcher } from "./dispatcher.ts";
import { readEndpoint } from "./endpoint-store.ts";
import type { WebhookDelivery, WebhookEndpoint } from "./webhook-endpoint.ts";
import { DELIVERY_STATUSES } from "./webhook-endpoint.ts";
import { endpointUnknown } from "./webhook-problems.ts";
import type { WebhooksTables } from "./webhooks-tables.ts";

/** What every route of the plugin works with. */
export interface RouteParts {
  readonly host: PluginHost;
  readonly tables: Kysely<WebhooksTables>;
  readonly dispatcher: Dispatcher;
  readonly allowAddresses: readonly string[];
  readonly rotationHours: number;
}

const idOf = (example: string) => z.string().min(1).max(200).openapi({ example });

export const SchoolParams = z.object({
  school: idOf("brynmawr-foundation"),
});

export const EndpointParams = SchoolParams.extend({
  endpoint: idOf("end_3f0c2a9be1d47a5866b0c1d2").openapi(
    describedAs({ cy: "Dynodydd y derbynnydd.", en: "Id of the endpoint." }),
  ),
});

export const DeliveryParams = EndpointParams.extend({
  message: idOf("msg_brynmawr-foundation_42_0").openapi(
    describedAs({ cy: "`webhook-id` y neges.", en: "`webhook-id` of the message." }),
  ),
});

export const EventTypes = z
  .array(z.enum(LEDGER_EVENT_TYPES))
  .min(1)
  .openapi({ description: "Kinds of entries to be told of. Absent: all." });

export const Endpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string(),
    types: EventTypes.exactOptional(),
    isEnabled: z.boolean(),
    disabled: z.enum(["GONE", "SWITCHED_OFF"]).exactOptional().openapi({
      description: "`GONE`: it answered 410.",
    }),
    createdAt: z.string().openapi({ format: "date-time" }),
  })
  .openapi("WebhookEndpoint", { description: "An address that is told what happens at a school." });

export const Delivery = z
  .object({
    message: z.string().openapi({ description: "`webhook-id`, the same in every attempt." }),
    endpoint: z.string(),
    type: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.int(),
    createdAt: z.string().openapi({ format: "date-time" }),
    nextAt: z.string().exactOptional().openapi({ format: "date-time" }),
  })
  .openapi("WebhookDelivery", { description: "One message to one endpoint." });

export const operation = { tags: ["webhooks"], security: [{ key: [] }] };

/** What every route of the plugin may refuse. */
export const refusals = {
  401: ["AUTHENTICATION_REQUIRED"],
  403: ["FORBIDDEN"],
  404: ["SCHOOL_UNKNOWN"],
};

export const needs = { scope: "events:read" } as const;

/** The endpoint, or a PluginProblem. */
export async function foundEndpoint(
  { tables }: Pick<RouteParts, "tables">,
  place: { readonly school: string; readonly endpoint: string },
): Promise<WebhookEndpoint> {
  const endpoint = await readEndpoint(tables, place.school, place.endpoint);
  if (endpoint === undefined) throw endpointUnknown();
  return endpoint;
}

export function endpointBody(endpoint: WebhookEndpoint): z.infer<typeof Endpoint> {
  const { id, url, description, types, disabled, createdAt } = endpoint;
  return {
    id,
    url,
    description,
    ...(types && { types: [...types] }),
    isEnabled: disabled === undefined,
    ...(disabled && { disabled }),
    createdAt: textOf(createdAt),
  };
}

export function deliveryBody(delivery: WebhookDelivery): z.infer<typeof Delivery> {
  const { nextAt, createdAt, message, endpoint, type, status, attempts } = delivery;
  return {
    message,
    endpoint,
    type,
    status,
    attempts,
    createdAt: textOf(createdAt),
    ...(nextAt !== undefined && { nextAt: textOf(nextAt) }),
  };
}

export function textOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** An id that nobody can guess, with what it is of in front. */
export function freshId({ randomBytes }: Pick<PluginHost, "randomBytes">, prefix: string): string {
  return `${prefix}_${Buffer.from(randomBytes(12)).toString("hex")}`;
}
