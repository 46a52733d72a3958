import type { SchoolFacts } from "@neuadd/plugin-kit";
import { spaceUnknown, tooManySubscriptions } from "../calendar-problems.ts";
import { freshId } from "../route-parts.ts";
import { checkCalendarUrl } from "./check-calendar-url.ts";
import { type RefreshParts, refreshSubscription } from "./refresh-subscription.ts";
import {
  addSubscription,
  NO_FINDINGS,
  readSubscriptions,
  type Subscription,
} from "./subscription-store.ts";

/** The most that one school may have. */
export const MOST_SUBSCRIPTIONS = 50;

/** Blocks a space by an outside calendar, which is read at once. Answers the id; throws a PluginProblem for what can't be. */
export async function subscribe(
  parts: RefreshParts,
  { school, tree }: SchoolFacts,
  { url, space, kind, name }: Pick<Subscription, "url" | "space" | "kind" | "name">,
): Promise<string> {
  const { host, tables, allowAddresses } = parts;
  if (!tree.byId.has(space)) throw spaceUnknown();
  const address = checkCalendarUrl(url, allowAddresses);
  if ((await readSubscriptions(tables, school.id)).length >= MOST_SUBSCRIPTIONS) {
    throw tooManySubscriptions(MOST_SUBSCRIPTIONS);
  }
  const subscription: Subscription = {
    id: freshId(host, "sub"),
    school: school.id,
    url: address,
    space,
    kind,
    name,
    createdAt: host.now(),
    refreshedAt: undefined,
    fault: undefined,
    findings: NO_FINDINGS,
  };
  await addSubscription(tables, subscription);
  await refreshSubscription(parts, subscription);
  return subscription.id;
}
