import type { Logger } from "pino";
import type { Asked } from "./asked.ts";
import type { Exchange } from "./exchange.ts";
import type { Metrics } from "./metrics.ts";

/** An exchange that has come to its answer. */
export interface ToldExchange {
  readonly asked: Asked;
  readonly exchange: Exchange;
  /** By the clock of `performance`, in milliseconds. */
  readonly startedAt: number;
  readonly status: number;
}

/**
 * Measures an exchange and logs it. The log has the path but never the query, which could hold a key, nor anything of a
 * body.
 */
export type TellExchange = (told: ToldExchange) => void;

export function exchangeTeller(logger: Logger, metrics: Metrics): TellExchange {
  return ({ asked, exchange, startedAt, status }) => {
    const { method, path } = asked;
    const { requestId, actor } = exchange;
    const milliseconds = performance.now() - startedAt;
    const route = exchange.route ?? (status === 404 ? "unknown" : "page");
    metrics.observeRequest(method, route, status, milliseconds / 1000);
    logger.info(
      {
        requestId,
        method,
        path,
        route,
        status,
        milliseconds: Math.round(milliseconds * 100) / 100,
        keyId: actor?.keyId,
      },
      "request",
    );
  };
}
