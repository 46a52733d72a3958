import type { Instant } from "@neuadd/core";
import { attemptDelivery, type AttemptParts } from "./attempt-delivery.ts";
import { claimDue, endpointsWithDue, nextDue } from "./due-deliveries.ts";
import { readEndpoint } from "./endpoint-store.ts";
import { inTurns } from "./in-turns.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";

/** Sends what is due: each endpoint's messages one after the other, endpoints side by side. */
export interface Dispatcher {
  /** Looks for what is due at once, without keeping the caller waiting. */
  wake(): void;
  /** Sends all that is due now; done when it has been sent. */
  run(): Promise<void>;
  /** Sends nothing more, and waits for what is on its way. */
  close(): Promise<void>;
}

type EndpointPlace = Pick<WebhookEndpoint, "school" | "id">;

/** Endpoints served at once: each may keep a connection open for the whole time limit. */
const MOST_AT_ONCE = 16;
/** What is due later than this is left to the job. */
const LONGEST_TIMER_MS = 60_000;

/** A dispatcher that does nothing until it is woken. */
export function makeDispatcher(parts: AttemptParts): Dispatcher {
  const { host, tables } = parts;
  const busy = new Map<string, Promise<void>>();
  let isClosed = false;
  let cancelTimer: (() => void) | undefined;
  // What is asked for while it is looking may have come too late to be seen: it looks once more.
  const turns = inTurns(async () => {
    if (!isClosed) await look();
  });

  async function look(): Promise<void> {
    const now = host.now();
    for (const place of await endpointsWithDue(tables, now)) {
      const name = `${place.school}/${place.id}`;
      if (isClosed || busy.size >= MOST_AT_ONCE) break;
      if (busy.has(name)) continue;
      const work = sendAllDue(parts, place, () => isClosed).then(
        () => {
          busy.delete(name);
          // Something may have become due for it, or for one that had to wait for a place.
          wake();
        },
        (error: unknown) => {
          busy.delete(name);
          report(error);
        },
      );
      busy.set(name, work);
    }
    await setTimer(now);
  }

  /** What was due by then is being served, or claimed by another process: it sets no timer, and keeps none from what comes next. */
  async function setTimer(lookedAt: Instant): Promise<void> {
    const due = await nextDue(tables, lookedAt);
    const delayMs = due === undefined ? LONGEST_TIMER_MS : due - host.now();
    cancelTimer?.();
    cancelTimer = undefined;
    if (isClosed || delayMs >= LONGEST_TIMER_MS) return;
    cancelTimer = host.schedule(Math.max(delayMs, 0), wake);
  }

  function wake(): void {
    void turns.take().catch(report);
  }

  function report(error: unknown): void {
    host.logger.error({ err: error }, "Webhooks could not be sent");
  }

  return {
    wake,
    async run() {
      await turns.take();
      while (busy.size > 0) {
        await Promise.all(busy.values());
        await turns.allTaken();
      }
    },
    async close() {
      isClosed = true;
      cancelTimer?.();
      await turns.allTaken();
      await Promise.allSettled(busy.values());
      cancelTimer?.();
    },
  };
}

/** One message after the other, until nothing is due for the endpoint. */
async function sendAllDue(
  parts: AttemptParts,
  place: EndpointPlace,
  isStopped: () => boolean,
): Promise<void> {
  const { host, tables } = parts;
  while (!isStopped()) {
    const endpoint = await readEndpoint(tables, place.school, place.id);
    if (endpoint === undefined || endpoint.disabled !== undefined) return;
    const delivery = await claimDue(tables, place, host.now());
    if (delivery === undefined) return;
    await attemptDelivery(parts, endpoint, delivery);
  }
}
