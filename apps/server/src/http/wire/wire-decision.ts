import { z } from "@hono/zod-openapi";
import type { DecidedDate, SeriesDecision } from "@neuadd/core";
import { WireDenial, wireDenial } from "./wire-denial.ts";
import { oneOf, WireDate } from "./wire-parts.ts";
import { placementFields, WirePlacement, wirePlacement } from "./wire-placement.ts";
import type { Wording } from "./wording.ts";

const WireDecidedDate = z
  .object({
    date: WireDate,
    ...placementFields,
    verdict: oneOf(["bookable", "denied", "excluded"]),
    denials: z.array(WireDenial).openapi({
      description: "Every reason why the date is denied, or why the request leaves it out.",
    }),
    warnings: z.array(WireDenial).openapi({
      description: "What plugins warn of: it denies nothing.",
    }),
    alternatives: z
      .array(
        WirePlacement.extend({ kind: oneOf(["otherSpace", "nearbyTime"]) }).openapi("Alternative"),
      )
      .openapi({ description: "Where and when a denied date could be had instead." }),
    insteadOf: WirePlacement.extend({ denials: z.array(WireDenial) })
      .openapi("InsteadOf", { description: "What was asked for, when the policy moved the date." })
      .exactOptional(),
    appended: z
      .boolean()
      .openapi({ description: "True when the policy `append` added the date." })
      .exactOptional(),
  })
  .openapi("DecidedDate", {
    description: "One date of a series, and what the request gets of it.",
  });

export const WireDecision = z
  .object({
    accepted: z.boolean().openapi({ description: "Whether the series can be booked as asked." }),
    notes: z.array(WireDenial).openapi({
      description: "Why it is not accepted, and what its hirer should know.",
    }),
    digest: z.string().openapi({
      description:
        "Equal digests: the same dates, places, verdicts and codes. Send it as `expectedDigest`.",
    }),
    summary: z.object({ bookable: z.int(), denied: z.int(), excluded: z.int() }),
    occurrences: z.array(WireDecidedDate),
  })
  .openapi("Decision", { description: "What a request gets, date by date in order." });
export type WireDecision = z.output<typeof WireDecision>;

export function wireDecision(decision: SeriesDecision, wording: Wording): WireDecision {
  return {
    accepted: decision.accepted,
    notes: decision.notes.map((note) => wireDenial(note, wording)),
    digest: decision.digest,
    summary: { ...decision.summary },
    occurrences: decision.occurrences.map((decided) => wireDecidedDate(decided, wording)),
  };
}

function wireDecidedDate(decided: DecidedDate, wording: Wording): z.output<typeof WireDecidedDate> {
  const { alternatives = [], insteadOf } = decided;
  return {
    date: decided.date,
    ...wirePlacement(decided, wording),
    verdict: decided.verdict,
    denials: decided.denials.map((denial) => wireDenial(denial, wording)),
    warnings: (decided.warnings ?? []).map((warning) => wireDenial(warning, wording)),
    alternatives: alternatives.map((alternative) => ({
      kind: alternative.kind,
      ...wirePlacement(alternative, wording),
    })),
    ...(insteadOf !== undefined && {
      insteadOf: {
        ...wirePlacement(insteadOf, wording),
        denials: insteadOf.denials.map((denial) => wireDenial(denial, wording)),
      },
    }),
    ...(decided.appended === true && { appended: true }),
  };
}
