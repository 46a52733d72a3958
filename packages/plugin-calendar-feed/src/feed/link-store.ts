import { createHash } from "node:crypto";
import type { Instant, Language } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";

type Tables = Kysely<CalendarFeedTables>;

/** A calendar that whoever knows its address may read. */
export interface FeedLink {
  readonly id: string;
  readonly school: string;
  /** Whose bookings; undefined: everything of the school. */
  readonly hirer: string | undefined;
  readonly language: Language;
  readonly createdAt: Instant;
}

export async function addLink(tables: Tables, link: FeedLink, secret: string): Promise<void> {
  await tables
    .insertInto("calendar_feed_links")
    .values({
      school: link.school,
      link: link.id,
      secret_hash: hashOf(secret),
      hirer: link.hirer ?? null,
      language: link.language,
      created_at: link.createdAt,
    })
    .execute();
}

/** The link that a secret belongs to. */
export async function findLink(tables: Tables, secret: string): Promise<FeedLink | undefined> {
  const row = await tables
    .selectFrom("calendar_feed_links")
    .selectAll()
    .where("secret_hash", "=", hashOf(secret))
    .executeTakeFirst();
  return row && linkOf(row);
}

/** The links to everything of a school, or to the bookings of one hirer there. */
export async function readLinks(
  tables: Tables,
  school: string,
  hirer: string | undefined,
): Promise<FeedLink[]> {
  const rows = await tables
    .selectFrom("calendar_feed_links")
    .selectAll()
    .where("school", "=", school)
    .where("hirer", hirer === undefined ? "is" : "=", hirer ?? null)
    .orderBy("created_at")
    .orderBy("link")
    .execute();
  return rows.map(linkOf);
}

/** Ends a link; false if there is none such. */
export async function removeLink(
  tables: Tables,
  school: string,
  hirer: string | undefined,
  link: string,
): Promise<boolean> {
  const removed = await tables
    .deleteFrom("calendar_feed_links")
    .where("school", "=", school)
    .where("hirer", hirer === undefined ? "is" : "=", hirer ?? null)
    .where("link", "=", link)
    .returning("link")
    .execute();
  return removed.length > 0;
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function linkOf(row: Selectable<CalendarFeedTables["calendar_feed_links"]>): FeedLink {
  const { link, school, hirer, language, created_at } = row;
  return {
    id: link,
    school,
    hirer: hirer ?? undefined,
    // The column is text that only this package writes.
    language: language as Language,
    createdAt: created_at,
  };
}
