import { z } from "@hono/zod-openapi";
import { toRfc3339, type Placement } from "@neuadd/core";
import { WireInstant, WireTime } from "./wire-parts.ts";
import type { Wording } from "./wording.ts";

/** The fields of a space and a time of one date, for the objects that hold them among others. */
export const placementFields = {
  space: z.string().openapi({ example: "sports-hall-a" }),
  startTime: WireTime,
  endTime: WireTime,
  start: WireInstant,
  end: WireInstant,
};

export const WirePlacement = z
  .object(placementFields)
  .openapi("Placement", { description: "A space and a time of one date." });
export type WirePlacement = z.output<typeof WirePlacement>;

export function wirePlacement(placement: Placement, { zone }: Wording): WirePlacement {
  return {
    space: placement.space,
    startTime: placement.startTime,
    endTime: placement.endTime,
    start: toRfc3339(placement.start, zone),
    end: toRfc3339(placement.end, zone),
  };
}
