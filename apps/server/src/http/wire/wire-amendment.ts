import { z } from "@hono/zod-openapi";
import type { AmendedOccurrence, Amendment, AmendmentClass } from "@neuadd/core";
import { WireDenial, wireDenial } from "./wire-denial.ts";
import { oneOf, WireDate } from "./wire-parts.ts";
import { placementFields, wirePlacement } from "./wire-placement.ts";
import type { Wording } from "./wording.ts";

const CLASSES = [
  "unchanged",
  "removed",
  "new",
  "moved",
  "cannotMove",
] as const satisfies readonly AmendmentClass[];

const WireDatedPlacement = z
  .object({ date: WireDate, ...placementFields })
  .openapi("DatedPlacement", { description: "A date, a space and a time." });

const WireAmendedOccurrence = z
  .object({
    class: oneOf(CLASSES),
    before: WireDatedPlacement.exactOptional(),
    after: WireDatedPlacement.exactOptional(),
    denials: z.array(WireDenial).openapi({ description: "Why it can't move." }),
    warnings: z.array(WireDenial).openapi({
      description: "What plugins warn of where it will be: it keeps nothing from moving.",
    }),
  })
  .openapi("AmendedOccurrence", {
    description:
      "What a change does to one date: where it was, and where it will be or was wanted.",
  });

export const WireAmendment = z
  .object({
    digest: z
      .string()
      .openapi({ description: "Send it as `expectedDigest` to accept what was shown." }),
    summary: z.object({
      unchanged: z.int(),
      removed: z.int(),
      new: z.int(),
      moved: z.int(),
      cannotMove: z.int(),
    }),
    occurrences: z.array(WireAmendedOccurrence),
  })
  .openapi("Amendment", { description: "What a change does to each live date, in order." });
export type WireAmendment = z.output<typeof WireAmendment>;

export function wireAmendment(amendment: Amendment, wording: Wording): WireAmendment {
  return {
    digest: amendment.digest,
    summary: { ...amendment.summary },
    occurrences: amendment.occurrences.map((occurrence) => wireOccurrence(occurrence, wording)),
  };
}

function wireOccurrence(
  { class: kind, before, after, denials, warnings = [] }: AmendedOccurrence,
  wording: Wording,
): z.output<typeof WireAmendedOccurrence> {
  return {
    class: kind,
    ...(before && { before: { date: before.date, ...wirePlacement(before, wording) } }),
    ...(after && { after: { date: after.date, ...wirePlacement(after, wording) } }),
    denials: denials.map((denial) => wireDenial(denial, wording)),
    warnings: warnings.map((warning) => wireDenial(warning, wording)),
  };
}
