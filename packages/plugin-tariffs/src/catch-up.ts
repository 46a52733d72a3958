import { followBookings } from "./follow-bookings.ts";
import type { TariffsContext } from "./tariffs-context.ts";

const PAGE = 1000;

/**
 * Takes what the ledger says of a booking and the listeners have yet to be told, so that no answer about its money is
 * behind what has happened. They are told of it all the same, and it adds nothing then. Answers the revision of the
 * ledger up to which the booking was followed; `after` is where to begin.
 */
export async function catchUp(
  context: TariffsContext,
  school: string,
  booking: string,
  after?: number,
): Promise<number> {
  const { host } = context;
  const listeners = followBookings(context);
  let reached = after ?? (await host.toldUpTo(school));
  for (;;) {
    const events = await host.reads.events(school, reached, PAGE);
    for (const event of events) {
      if (event.data["booking"] === booking) await listeners[event.type]?.(event);
    }
    const last = events.at(-1);
    if (last === undefined) return reached;
    reached = last.revision;
  }
}
