import { localDateOf } from "@neuadd/core";
import type { SchoolFacts } from "@neuadd/plugin-kit";
import type { RefreshParts } from "./refresh-subscription.ts";
import {
  forgetBlock,
  forgetDaysBefore,
  readBlockedPieces,
  type Subscription,
} from "./subscription-store.ts";

/** Gives back everything that is blocked for a subscription and not yet over. */
export async function releaseSubscription(
  { host, tables }: Pick<RefreshParts, "host" | "tables">,
  subscription: Subscription,
  { school }: SchoolFacts,
): Promise<void> {
  const today = localDateOf(host.now(), school.zone);
  for (const { block } of await readBlockedPieces(tables, subscription, today)) {
    await host.commands.unblock(school.id, block);
    await forgetBlock(tables, school.id, block);
  }
  await forgetDaysBefore(tables, subscription, today);
}
