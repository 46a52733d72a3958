import type { Context } from "hono";
import type { Actor } from "../keys/actor.ts";
import { findActor } from "../keys/find-actor.ts";
import type { PageKit } from "./page-kit.tsx";

/** Whose key was typed into a form. */
export interface KeyHolder {
  /** Undefined: the key is not valid. */
  readonly actor: Actor | undefined;
  /** Nor were many others from the same address; the answer says how long to wait. */
  readonly isTooMany: boolean;
}

/** A key of a form that is not valid counts as one in the header does. To be asked once for each form that is sent. */
export async function findKeyHolder(
  context: Context,
  { services, countBadKey }: Pick<PageKit, "services" | "countBadKey">,
  key: string,
): Promise<KeyHolder> {
  const actor = await findActor(services, key);
  if (actor !== undefined) return { actor, isTooMany: false };
  const waitSeconds = await countBadKey(context);
  if (waitSeconds !== undefined) context.header("retry-after", String(waitSeconds));
  return { actor, isTooMany: waitSeconds !== undefined };
}
