import type { AccessNeeds, PluginExchange, PluginHost } from "@neuadd/plugin-kit";

/**
 * Lets through whoever may see what one school has on a hirer: the hirer itself, and that school. Another school that knows the
 * hirer may not: what a school has seen is its own.
 */
export async function passHirerAtSchool(
  { access }: Pick<PluginHost, "access">,
  exchange: PluginExchange,
  { school, hirer }: { readonly school: string; readonly hirer: string },
  needs: AccessNeeds,
): Promise<void> {
  const { caller } = await access.hirer(exchange, hirer, needs);
  if (caller.kind === "hirer") await access.anyone(exchange, school);
  else await access.school(exchange, school, needs);
}
