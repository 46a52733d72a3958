import { z } from "@hono/zod-openapi";
import { toRfc3339 } from "@neuadd/core";
import { LEDGER_EVENT_TYPES, type LedgerEvent } from "@neuadd/plugin-kit";
import { oneOf, WireInstant, WireRevision } from "./wire-parts.ts";
import type { Wording } from "./wording.ts";

export const WireEvent = z
  .object({
    revision: WireRevision,
    ordinal: z.int().openapi({ description: "Tells entries of one revision apart." }),
    type: oneOf(LEDGER_EVENT_TYPES),
    at: WireInstant,
    actor: z
      .string()
      .openapi({ description: "Who did it: `key:<id>`, `system` or `plugin:<id>`." }),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi("Event", { description: "One entry of a school's ledger. It names no person." });

export function wireEvent(event: LedgerEvent, { zone }: Wording): z.output<typeof WireEvent> {
  return {
    revision: event.revision,
    ordinal: event.ordinal,
    type: event.type,
    at: toRfc3339(event.at, zone),
    actor: event.actor,
    data: { ...event.data },
  };
}
