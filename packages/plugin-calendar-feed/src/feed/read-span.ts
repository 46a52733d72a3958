import { addDays, type LocalDate } from "@neuadd/core";
import type { BlockFacts, BookingFacts, FactsPage, PluginReads } from "@neuadd/plugin-kit";

/** From which date up to, but not including, which other a calendar shows what is booked. */
export interface FeedSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const DAYS_BEHIND = 92;
/** As far as a booking may reach. */
const DAYS_AHEAD = 731;
const PAGE_LIMIT = 1000;

/** Three months back and two years ahead of a date. */
export function feedSpan(today: LocalDate): FeedSpan {
  return { from: addDays(today, -DAYS_BEHIND), to: addDays(today, DAYS_AHEAD) };
}

/** All bookings of a school, or of one hirer there, that touch the span. */
export function readBookings(
  reads: PluginReads,
  school: string,
  span: FeedSpan,
  hirer?: string,
): Promise<BookingFacts[]> {
  const wanted = { ...span, ...(hirer !== undefined && { hirer }) };
  return allOf((page) => reads.bookings(school, wanted, page));
}

/** All blocks of a school that stand within the span. */
export function readBlocks(
  reads: PluginReads,
  school: string,
  span: FeedSpan,
): Promise<BlockFacts[]> {
  return allOf((page) => reads.blocks(school, span, page));
}

async function allOf<Item>(
  read: (page: { readonly after?: string; readonly limit: number }) => Promise<FactsPage<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit: PAGE_LIMIT, ...(after !== undefined && { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
