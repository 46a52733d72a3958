import {
  addDays,
  HIRER_DOCUMENT_NAMES,
  type Instant,
  isLive,
  localDateOf,
  type LocalDate,
  sayShortDate,
} from "@neuadd/core";
import type { PluginHost, SchoolFacts } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { CheckPolicy } from "./check-policy.ts";
import { readDocuments, readEndingDocuments, type SeenDocument } from "./document-store.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { readPolicy } from "./policy-store.ts";
import { reminderDue } from "./reminder-due.ts";

export interface ReminderParts {
  readonly host: PluginHost;
  readonly tables: Kysely<HirerChecksTables>;
  readonly defaultPolicy: CheckPolicy;
  readonly writer: LetterWriter;
}

/**
 * Writes to the hirers whose documents end soon, each reminder once: of those reached, only the latest. A hirer with
 * no booking to come is left in peace. A letter is noted after it was taken: the writer knows its key again.
 */
export async function sendReminders(parts: ReminderParts, now: Instant): Promise<void> {
  const { host, tables, defaultPolicy } = parts;
  for (const school of await host.reads.schools()) {
    const { policy } = await readPolicy(tables, school, defaultPolicy);
    const facts = await host.reads.school(school);
    if (facts === undefined || policy.reminderDays.length === 0) continue;
    const today = localDateOf(now, facts.school.zone);
    const until = addDays(today, Math.max(...policy.reminderDays));
    for (const document of await readEndingDocuments(tables, school, { from: today, until })) {
      const all = await readDocuments(tables, school, document.hirer);
      const days = reminderDue(document, all, policy.reminderDays, today);
      if (days !== undefined) await remind(parts, { facts, document, days, now, today });
    }
  }
}

interface DueReminder {
  readonly facts: SchoolFacts;
  readonly document: SeenDocument;
  readonly days: number;
  readonly now: Instant;
  readonly today: LocalDate;
}

async function remind(
  { host, tables, writer }: ReminderParts,
  { facts, document, days, now, today }: DueReminder,
): Promise<void> {
  const school = facts.school.id;
  const reminder = { school, document: document.id, days };
  const noted = await tables
    .selectFrom("hirer_checks_reminders")
    .select("days")
    .where("school", "=", school)
    .where("document", "=", document.id)
    .where("days", "=", days)
    .executeTakeFirst();
  if (noted !== undefined || !(await hasBookingToCome(host, school, document.hirer, today))) return;
  const name = HIRER_DOCUMENT_NAMES[document.kind];
  const last = document.validUntil ?? "";
  await writer.write({
    key: `hirer-checks/${school}/${document.id}/${days}`,
    school,
    hirer: document.hirer,
    subject: {
      cy: `${name.cy}: yn dod i ben ar ${sayShortDate(last, "cy")}`,
      en: `${name.en}: ends on ${sayShortDate(last, "en")}`,
    },
    paragraphs: [
      {
        cy: `Mae'r ddogfen hon a welodd yr ysgol (${facts.school.name.cy}) yn dod i ben ar ${sayShortDate(last, "cy")}: ${name.cy}, ${document.reference}.`,
        en: `This document, which the school (${facts.school.name.en}) has seen, ends on ${sayShortDate(last, "en")}: ${name.en}, ${document.reference}.`,
      },
      {
        cy: "Dangoswch yr un newydd i'r ysgol cyn hynny, fel y gellir cadw eich archebion.",
        en: "Show the new one to the school before then, so that your bookings can stand.",
      },
    ],
  });
  await tables
    .insertInto("hirer_checks_reminders")
    .values({ ...reminder, at: now })
    .onConflict((conflict) => conflict.columns(["school", "document", "days"]).doNothing())
    .execute();
}

async function hasBookingToCome(
  { reads }: PluginHost,
  school: string,
  hirer: string,
  from: LocalDate,
): Promise<boolean> {
  const { items } = await reads.bookings(school, { hirer, from });
  return items.some(({ occurrences }) =>
    occurrences.some(({ date, status }) => date >= from && isLive(status)),
  );
}
