import type { SeriesDecision } from "@neuadd/core";
import type { Services } from "../services.ts";
import { decideRequest } from "./decide-request.ts";
import type { AskedBooking } from "./decision-rules.ts";
import { readSchool } from "./school-model.ts";

/**
 * What a request would get now: the same decision that `requestBooking` makes with the same facts. Writes nothing.
 * Throws SCHOOL_UNKNOWN, and what core's `decideSeries` throws for a request that contradicts itself.
 */
export async function previewBooking(
  services: Services,
  school: string,
  request: AskedBooking,
): Promise<SeriesDecision> {
  const model = await readSchool(services, school);
  const { database } = services.store;
  return decideRequest(services, database, model, request, services.clock.now());
}
