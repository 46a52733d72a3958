import { z } from "@hono/zod-openapi";
import {
  LANGUAGE_MEDIUMS,
  PHASES,
  PREMISES_CONTROLLERS,
  SCHOOL_CATEGORIES,
  type Premises,
  type School,
} from "@neuadd/core";
import type { SchoolModel } from "../../ledger/school-definition.ts";
import { oneOf, WireDate, WireName, WireRevision, WireZone } from "./wire-parts.ts";

const WirePremises = z
  .object({ id: z.string(), name: WireName, address: z.string().exactOptional() })
  .openapi("Premises", { description: "One site of a school." });

export const WireSchoolSummary = z
  .object({
    id: z.string().openapi({ example: "brynmawr-foundation" }),
    name: WireName,
    authority: z.string().openapi({ example: "blaenau-gwent" }),
    cluster: z.string().exactOptional(),
    category: oneOf(SCHOOL_CATEGORIES),
    languageMedium: oneOf(LANGUAGE_MEDIUMS),
    phases: z.array(oneOf(PHASES)),
  })
  .openapi("SchoolSummary", { description: "A school in a list." });

export const WireSchool = WireSchoolSummary.extend({
  controller: oneOf(PREMISES_CONTROLLERS).openapi({ description: "Who controls the premises." }),
  zone: WireZone,
  today: WireDate,
  demonstrationClock: z
    .literal(true)
    .openapi({
      description: "There when the server's clock is a demonstration's, not the real time.",
    })
    .exactOptional(),
  revision: WireRevision,
  premises: z.array(WirePremises),
}).openapi("School", { description: "A school and its sites." });
export type WireSchool = z.output<typeof WireSchool>;

export function wireSchoolSummary(school: School): z.output<typeof WireSchoolSummary> {
  return {
    id: school.id,
    name: school.name,
    authority: school.authority,
    ...(school.cluster !== undefined && { cluster: school.cluster }),
    category: school.category,
    languageMedium: school.languageMedium,
    phases: [...school.phases],
  };
}

export function wireSchool(
  { school, premises, revision }: SchoolModel & { readonly revision: number },
  today: string,
  isDemonstration: boolean,
): WireSchool {
  return {
    ...wireSchoolSummary(school),
    controller: school.controller,
    zone: school.zone,
    today,
    ...(isDemonstration && { demonstrationClock: true as const }),
    revision,
    premises: premises.map(wirePremises),
  };
}

function wirePremises({ id, name, address }: Premises): z.output<typeof WirePremises> {
  return { id, name, ...(address !== undefined && { address }) };
}
