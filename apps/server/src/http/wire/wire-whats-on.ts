import { z } from "@hono/zod-openapi";
import { toInstant, toRfc3339, type ZoneId } from "@neuadd/core";
import type { PublicEvent } from "../../ledger/whats-on.ts";
import { WireDate, WireInstant, WireRevision, WireTime, WireZone } from "./wire-parts.ts";

const WirePublicEvent = z
  .object({
    date: WireDate,
    start: WireInstant,
    end: WireInstant,
    startTime: WireTime,
    endTime: WireTime,
    space: z.string().openapi({ example: "sports-hall" }),
    title: z.string().openapi({ example: "Brynmawr Badminton Club" }),
  })
  .openapi("PublicEvent", { description: "One date of a booking that may be named." });

export const WireWhatsOn = z
  .object({
    school: z.string().openapi({ example: "brynmawr-foundation" }),
    zone: WireZone,
    revision: WireRevision,
    today: WireDate,
    items: z.array(WirePublicEvent),
  })
  .openapi("WhatsOn", { description: "What is on at a school, in order of time." });

export function wirePublicEvent(
  { date, startTime, endTime, space, title }: PublicEvent,
  zone: ZoneId,
): z.output<typeof WirePublicEvent> {
  return {
    date,
    start: toRfc3339(toInstant(date, startTime, zone), zone),
    end: toRfc3339(toInstant(date, endTime, zone), zone),
    startTime,
    endTime,
    space,
    title,
  };
}
