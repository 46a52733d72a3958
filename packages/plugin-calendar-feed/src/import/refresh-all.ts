import { type RefreshParts, refreshSubscription } from "./refresh-subscription.ts";
import { readSubscriptions } from "./subscription-store.ts";

/** Refreshes the subscriptions of all schools. None stands in the way of those that come after it. */
export async function refreshAll(parts: RefreshParts): Promise<void> {
  for (const subscription of await readSubscriptions(parts.tables)) {
    try {
      await refreshSubscription(parts, subscription);
    } catch (error) {
      const { school, id } = subscription;
      parts.host.logger.error(
        { school, subscription: id, err: error },
        "A subscription was not refreshed",
      );
    }
  }
}
