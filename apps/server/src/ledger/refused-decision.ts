import type { SeriesDecision } from "@neuadd/core";
import { ServerError } from "../server-error.ts";

/** What was decided of a request that was not taken, by the error that says so. Undefined for any other error. */
export function refusedDecision(error: unknown): SeriesDecision | undefined {
  if (!(error instanceof ServerError)) return undefined;
  return error.extensions["decision"] as SeriesDecision | undefined;
}
