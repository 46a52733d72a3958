import { z } from "@hono/zod-openapi";
import { HIRER_CATEGORIES, HIRER_ROLES, type Hirer } from "@neuadd/core";
import { oneOf, WireRevision } from "./wire-parts.ts";

export const WireHirer = z
  .object({
    id: z.string().openapi({ example: "hir_01m3x9k2v7c4q8w5" }),
    name: z.string(),
    category: oneOf(HIRER_CATEGORIES),
    language: oneOf(["cy", "en"]).openapi({ description: "Language of correspondence." }),
    contact: z.object({
      name: z.string(),
      email: z.string(),
      telephone: z.string().exactOptional(),
    }),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: oneOf(HIRER_ROLES),
      }),
    ),
    revision: WireRevision,
  })
  .openapi("Hirer", {
    description: "An organisation that hires, with whom to write to and its members.",
  });
export type WireHirer = z.output<typeof WireHirer>;

export function wireHirer(hirer: Hirer & { readonly revision: number }): WireHirer {
  const { contact } = hirer;
  return {
    id: hirer.id,
    name: hirer.name,
    category: hirer.category,
    language: hirer.language,
    contact: {
      name: contact.name,
      email: contact.email,
      ...(contact.telephone !== undefined && { telephone: contact.telephone }),
    },
    members: hirer.members.map(({ id, name, email, role }) => ({ id, name, email, role })),
    revision: hirer.revision,
  };
}
