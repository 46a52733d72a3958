import { z } from "@hono/zod-openapi";
import { toRfc3339, type Denial } from "@neuadd/core";
import type { Wording } from "./wording.ts";

export const WireDenial = z
  .object({
    code: z.string().openapi({ description: "Stable. A plugin's begins with its id and a slash." }),
    message: z.string().openapi({ description: "For people, in the language of the answer." }),
    details: z.record(z.string(), z.unknown()).openapi({ description: "The facts behind it." }),
  })
  .openapi("Denial", {
    description: "Why something is not, or what its hirer should know.",
    example: {
      code: "OVERLAPS_BOOKING",
      message: "This space is already booked from 6pm to 7:30pm.",
      details: { leaf: "sports-hall-court-1" },
    },
  });
export type WireDenial = z.output<typeof WireDenial>;

/** A denial in the caller's language, its instants written as the school's clocks show them. */
export function wireDenial(denial: Denial<string>, { language, zone }: Wording): WireDenial {
  const details = Object.entries(denial.details).map(([name, value]) =>
    (name === "start" || name === "end") && typeof value === "number"
      ? [name, toRfc3339(value, zone)]
      : [name, value],
  );
  return {
    code: denial.code,
    message: denial.message[language],
    details: Object.fromEntries(details),
  };
}
