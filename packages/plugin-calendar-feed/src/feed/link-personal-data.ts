import type { PersonalData } from "@neuadd/plugin-kit";
import type { CalendarFeedTables } from "../calendar-feed-tables.ts";

/** A secret link opens the calendar of a hirer to whoever has it: it ends when the hirer is erased. */
export const linkPersonalData: PersonalData = {
  holds: [
    {
      table: "calendar_feed_links",
      what: {
        cy: "Dolenni cudd at galendr y llogwr ei hun, a chrynodeb o'u cyfrinach.",
        en: "Secret links to the hirer's own calendar, with a digest of the secret.",
      },
    },
  ],

  async export({ tables }, subject) {
    if (subject.kind !== "hirer") return [];
    const rows = await tables<CalendarFeedTables>()
      .selectFrom("calendar_feed_links")
      .select(["school", "link", "language", "created_at"])
      .where("hirer", "=", subject.hirer)
      .orderBy("school")
      .orderBy("link")
      .execute();
    return rows.map(({ created_at, ...row }) => ({
      table: "calendar_feed_links",
      record: { ...row, createdAt: new Date(Number(created_at)).toISOString() },
    }));
  },

  async erase({ tables }, subject) {
    if (subject.kind !== "hirer") return;
    const own = tables<CalendarFeedTables>();
    const schools = await own
      .selectFrom("calendar_feed_links")
      .select("school")
      .distinct()
      .where("hirer", "=", subject.hirer)
      .execute();
    for (const { school } of schools) {
      await own
        .deleteFrom("calendar_feed_links")
        .where("school", "=", school)
        .where("hirer", "=", subject.hirer)
        .execute();
    }
  },
};
