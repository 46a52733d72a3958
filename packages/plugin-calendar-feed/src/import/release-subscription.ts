import { localDateOf } from "@neuadd/core";
import type { SchoolFacts } from "@neuadd/plugin-kit";
import type { RefreshParts } from "./refresh-subscription.ts";
import {
  forgetBlock,
  forgetDaysBefore,
  readBlockedPieces,
  type Subscription,
} from "./subscription-store.ts";

/** Gives back everything that is blocked for a subscription and not yet over; answers how many times that were. */
export async function releaseSubscription(
  { host, tables }: Pick<RefreshParts, "host" | "tables">,
  subscription: Subscription,
  { school }: SchoolFacts,
): Promise<number> {
  const today = localDateOf(host.now(), school.zone);
  let count = 0;
  for (const { block } of await readBlockedPieces(tables, subscription, today)) {
    if (await host.commands.unblock(school.id, block)) count += 1;
    await forgetBlock(tables, school.id, block);
  }
  await forgetDaysBefore(tables, subscription, today);
  return count;
}
