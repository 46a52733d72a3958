import { localDateOf, toInstant, addDays } from "@neuadd/core";
import { OutwardFault, type PluginHost, type SchoolFacts } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";
import { agreeBlocks } from "./agree-blocks.ts";
import { dayPieces } from "./day-pieces.ts";
import { FileRefusal } from "./file-refusal.ts";
import {
  type OutsideCalendar,
  readOutsideCalendar,
  type RefusedEvent,
} from "./read-outside-calendar.ts";
import { type Findings, noteRefresh, type Subscription } from "./subscription-store.ts";

export interface RefreshParts {
  readonly host: PluginHost;
  readonly tables: Kysely<CalendarFeedTables>;
  readonly allowAddresses: readonly string[];
}

const DAYS_AHEAD = 400;
const MOST_BLOCKS = 1_000;
const MOST_REFUSED_SHOWN = 100;
const LARGEST_FILE_BYTES = 2 * 1024 * 1024;

/**
 * Reads a subscription's calendar and makes the blocks of its space agree with it: blocks what is new, gives back what is
 * gone, displaces nothing. Whatever goes wrong is noted as its `fault`: where the calendar can't be had or read,
 * everything stays as it was.
 */
export async function refreshSubscription(
  parts: RefreshParts,
  subscription: Subscription,
): Promise<void> {
  const { host, tables } = parts;
  const facts = await host.reads.school(subscription.school);
  if (facts === undefined) return;
  const at = host.now();
  try {
    const findings = await takeIn(parts, subscription, facts);
    await noteRefresh(tables, subscription, { at, fault: undefined, findings });
  } catch (error) {
    const { school, id } = subscription;
    const code = codeOf(error);
    const details = { school, subscription: id, code };
    if (error instanceof FileRefusal || error instanceof OutwardFault) {
      host.logger.warn(details, "A calendar was not taken in");
    } else {
      host.logger.error({ ...details, err: error }, "A calendar could not be taken in");
    }
    await noteRefresh(tables, subscription, { at, fault: code });
  }
}

async function takeIn(
  parts: RefreshParts,
  subscription: Subscription,
  facts: SchoolFacts,
): Promise<Findings> {
  if (!facts.tree.byId.has(subscription.space)) throw new FileRefusal("SPACE_UNKNOWN");
  const { taken, refused } = await fetchCalendar(parts, subscription, facts);
  const pieces = dayPieces(taken, facts.school.zone, parts.host.now());
  if (pieces.length > MOST_BLOCKS) throw new FileRefusal("TOO_MANY_DATES");
  const inTheWay = await agreeBlocks(parts, subscription, facts, { pieces, refused });
  return {
    refused: countByCode(refused),
    refusedEvents: refused.slice(0, MOST_REFUSED_SHOWN),
    inTheWay,
  };
}

async function fetchCalendar(
  { host, allowAddresses }: RefreshParts,
  { url }: Subscription,
  { school }: SchoolFacts,
): Promise<OutsideCalendar> {
  const { status, body } = await host.callOut({
    url,
    headers: { accept: "text/calendar", "user-agent": "neuadd-calendar-feed" },
    maximumBytes: LARGEST_FILE_BYTES,
    allowAddresses,
  });
  if (status !== 200) throw new OutwardFault("CONNECTION_FAILED", `It answered ${status}.`);
  const { zone } = school;
  const today = localDateOf(host.now(), zone);
  // Whole days: what lasts beyond the horizon would otherwise end with another minute each time.
  return readOutsideCalendar(new TextDecoder().decode(body), {
    zone,
    from: toInstant(today, "00:00", zone),
    horizon: toInstant(addDays(today, DAYS_AHEAD), "24:00", zone),
  });
}

function countByCode(refused: readonly RefusedEvent[]): Findings["refused"] {
  const counts: Partial<Record<RefusedEvent["code"], number>> = {};
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z_]{1,60}$/.test(code) ? code : "FAILED";
}
