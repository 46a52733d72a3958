import { subscriptionUnknown } from "../calendar-problems.ts";
import type { RouteParts } from "../route-parts.ts";
import { readSubscription, type Subscription } from "./subscription-store.ts";

/** The subscription of a school, or a PluginProblem. */
export async function foundSubscription(
  { tables }: Pick<RouteParts, "tables">,
  school: string,
  id: string,
): Promise<Subscription> {
  const subscription = await readSubscription(tables, school, id);
  if (subscription === undefined) throw subscriptionUnknown();
  return subscription;
}
