import type { Language } from "@neuadd/core";
import type { Plugin } from "@neuadd/plugin-kit";

export const LETTER_STATES = ["queued", "sent", "refused", "undelivered"] as const;
/**
 * `queued` waits for its turn or its next try; `refused` was not taken by the mail server of the hirer, or the hirer has gone;
 * `undelivered` was tried for a week. The last two are kept whole, until somebody has them sent again.
 */
export type LetterState = (typeof LETTER_STATES)[number];

/** The plugin's own tables. Subject, texts and calendar are emptied once a letter is sent. */
export interface EmailTables {
  email_letters: {
    school: string;
    letter: string;
    hirer: string;
    kind: string;
    language: Language;
    subject: string;
    text: string;
    html: string;
    calendar: string | null;
    calendar_method: string | null;
    state: LetterState;
    attempts: number;
    /** Not before this instant. */
    next_at: number;
    queued_at: number;
    sent_at: number | null;
    /** The booking that it is on; null for a letter of another plugin. */
    booking: string | null;
    /** Of the ledger, when the letter was due: orders the letters on one booking. 0 for a letter of another plugin. */
    revision: number;
    /** Until this instant somebody is sending it. */
    taken_until: number;
    /** How many times somebody has had it sent again. */
    resends: number;
    /** What the mail server answered at the last try: a code, nothing personal. */
    outcome: string | null;
  };
}

/** Run once each, in order of name. Names of migrations that were released never change. */
export const emailMigrations: NonNullable<Plugin["migrations"]> = {
  "0001_letters": {
    async up(database) {
      await database.schema
        .createTable("email_letters")
        .addColumn("school", "text", (column) => column.notNull())
        .addColumn("letter", "text", (column) => column.notNull())
        .addColumn("hirer", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("language", "text", (column) => column.notNull())
        .addColumn("subject", "text", (column) => column.notNull())
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("html", "text", (column) => column.notNull())
        .addColumn("calendar", "text")
        .addColumn("calendar_method", "text")
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("next_at", "bigint", (column) => column.notNull())
        .addColumn("queued_at", "bigint", (column) => column.notNull())
        .addColumn("sent_at", "bigint")
        .addColumn("outcome", "text")
        .addPrimaryKeyConstraint("email_letters_key", ["school", "letter"])
        .execute();
      await database.schema
        .createIndex("email_letters_by_turn")
        .on("email_letters")
        .columns(["state", "next_at"])
        .execute();
    },
  },
  "0002_order_of_letters": {
    async up(database) {
      const { schema } = database;
      await schema.alterTable("email_letters").addColumn("booking", "text").execute();
      for (const [name, type] of [
        ["revision", "bigint"],
        ["taken_until", "bigint"],
        ["resends", "integer"],
      ] as const) {
        await schema
          .alterTable("email_letters")
          .addColumn(name, type, (column) => column.notNull().defaultTo(0))
          .execute();
      }
      await schema
        .createIndex("email_letters_by_booking")
        .on("email_letters")
        .columns(["school", "booking"])
        .execute();
    },
  },
};
