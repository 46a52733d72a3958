import { namesPerson, type DataSubject, type PersonalData } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { EmailTables } from "../email-tables.ts";
import type { LetterRow } from "./letter-store.ts";

/**
 * A letter that has not been sent holds all that it says, the hirer's name and its contact's address among it. It goes with
 * its subject. Of one that was sent only whose it was stays, and when: that goes after a year, and so does what was given up.
 */
export const letterPersonalData: PersonalData = {
  holds: [
    {
      table: "email_letters",
      what: {
        cy: "Llythyrau sydd heb eu hanfon eto, yn gyfan, a phryd yr anfonwyd y lleill.",
        en: "Letters that have not been sent yet, whole, and when the others were.",
      },
    },
  ],

  async export({ tables }, subject) {
    const rows = await lettersOf(tables<EmailTables>(), subject);
    return rows.map(({ school, letter, kind, state, subject: line, text, calendar, ...row }) => ({
      table: "email_letters",
      record: {
        school,
        letter,
        kind,
        state,
        queuedAt: isoTime(row.queued_at),
        ...(row.sent_at !== null && { sentAt: isoTime(row.sent_at) }),
        ...(text !== "" && { subject: line, text }),
        ...(calendar !== null && { calendar }),
      },
    }));
  },

  async erase({ tables }, subject) {
    const own = tables<EmailTables>();
    for (const { school, letter, state } of await lettersOf(own, subject)) {
      if (state === "sent") continue;
      await own
        .deleteFrom("email_letters")
        .where("school", "=", school)
        .where("letter", "=", letter)
        .execute();
    }
  },

  async expire({ tables }, { enquiriesBefore }) {
    const own = tables<EmailTables>();
    const schools = await own
      .selectFrom("email_letters")
      .select("school")
      .distinct()
      .where("state", "!=", "queued")
      .where("queued_at", "<", enquiriesBefore)
      .execute();
    let gone = 0;
    for (const { school } of schools) {
      const { numDeletedRows } = await own
        .deleteFrom("email_letters")
        .where("school", "=", school)
        .where("state", "!=", "queued")
        .where("queued_at", "<", enquiriesBefore)
        .executeTakeFirstOrThrow();
      gone += Number(numDeletedRows);
    }
    return gone;
  },
};

async function lettersOf(tables: Kysely<EmailTables>, subject: DataSubject): Promise<LetterRow[]> {
  const all = tables.selectFrom("email_letters").selectAll().orderBy("school").orderBy("letter");
  if (subject.kind === "hirer") return all.where("hirer", "=", subject.hirer).execute();
  if (subject.kind === "person") {
    const rows = await all.where("hirer", "=", subject.hirer).execute();
    return rows.filter((row) =>
      namesPerson(`${row.subject}\n${row.text}\n${row.calendar}`, subject),
    );
  }
  const rows: LetterRow[] = [];
  for (const { school, booking } of subject.bookings) {
    const own = all.where("school", "=", school).where("booking", "=", booking);
    rows.push(...(await own.execute()));
  }
  return rows;
}

function isoTime(instant: number): string {
  return new Date(Number(instant)).toISOString();
}
