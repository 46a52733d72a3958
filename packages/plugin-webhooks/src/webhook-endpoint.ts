import type { Instant } from "@neuadd/core";
import type { LedgerEventType } from "@neuadd/plugin-kit";

/** An address of somebody's program, that is told what happens at a school. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly school: string;
  readonly url: string;
  /** For the school to know it by; empty if it gave none. */
  readonly description: string;
  /** The kinds of entries it is told of; undefined: all. */
  readonly types: readonly LedgerEventType[] | undefined;
  /** Why nothing is sent to it: it answered 410, or the school switched it off. Undefined: it is on. */
  readonly disabled: EndpointEnd | undefined;
  readonly createdAt: Instant;
}

export type EndpointEnd = "GONE" | "SWITCHED_OFF";

/** One message to one endpoint. */
export interface WebhookDelivery {
  /** `webhook-id`: the same in every attempt, so that a receiver can tell a repetition. */
  readonly message: string;
  readonly endpoint: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  /** How often it was sent in all. */
  readonly attempts: number;
  readonly createdAt: Instant;
  /** When it is sent next; undefined once it has arrived or was given up. */
  readonly nextAt: Instant | undefined;
}

export const DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One time a message was sent, and what came of it. */
export interface WebhookAttempt {
  /** From 1. */
  readonly attempt: number;
  readonly at: Instant;
  /** What was answered; undefined when nothing was. */
  readonly status: number | undefined;
  /** Why nothing was answered: a code of the way out, such as `TIMED_OUT`. */
  readonly fault: string | undefined;
}
