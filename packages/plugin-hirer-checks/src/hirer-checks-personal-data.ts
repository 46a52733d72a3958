import { localDateOf } from "@neuadd/core";
import {
  type DataSubject,
  ERASED_TEXT,
  type HeldRecord,
  namesPerson,
  type PersonalData,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { removeDocument } from "./document-store.ts";
import { removeEventNotice } from "./event-notice-store.ts";
import { removeGroup } from "./group-store.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";

type Tables = Kysely<HirerChecksTables>;
type Person = Extract<DataSubject, { kind: "person" }>;

/**
 * What a school has seen and noted of a hirer goes with the hirer. A temporary event notice stays, without what leads to
 * anybody: all notices of the premises and the year are counted, whoever gave them.
 */
export const hirerChecksPersonalData: PersonalData = {
  holds: [
    {
      table: "hirer_checks_documents",
      what: {
        cy: "Dogfennau a welwyd: cyfeirnod, hyd pryd y maent yn ddilys, a phwy a'u gwelodd.",
        en: "Documents that were seen: reference, until when they hold, and who saw them.",
      },
    },
    {
      table: "hirer_checks_groups",
      what: {
        cy: "Pwy sy'n cymryd rhan mewn gweithgaredd, fel y datganwyd: niferoedd yn ôl oedran.",
        en: "Who takes part in an activity, as declared: numbers by age.",
      },
    },
    {
      table: "hirer_checks_notices",
      what: {
        cy: "Cyfeirnodau hysbysiadau digwyddiad dros dro'r llogwr.",
        en: "References of the hirer's temporary event notices.",
      },
    },
  ],

  async export({ tables }, subject) {
    if (subject.kind === "bookings") return [];
    const own = tables<HirerChecksTables>();
    const { hirer } = subject;
    const documents = await own
      .selectFrom("hirer_checks_documents")
      .selectAll()
      .where("hirer", "=", hirer)
      .orderBy("school")
      .orderBy("document")
      .execute();
    const notices = await own
      .selectFrom("hirer_checks_notices")
      .selectAll()
      .where("hirer", "=", hirer)
      .orderBy("school")
      .orderBy("notice")
      .execute();
    const named: HeldRecord[] = [
      ...documents.map((record) => ({ table: "hirer_checks_documents", record })),
      ...notices.map(({ starts_at, ends_at, ...notice }) => ({
        table: "hirer_checks_notices",
        record: { ...notice, startsAt: isoTime(starts_at), endsAt: isoTime(ends_at) },
      })),
    ];
    if (subject.kind === "person") {
      return named.filter(({ record }) => namesPerson(JSON.stringify(record), subject));
    }
    const groups = await own
      .selectFrom("hirer_checks_groups")
      .select(["school", "activity", "declared"])
      .where("hirer", "=", hirer)
      .orderBy("school")
      .orderBy("activity")
      .execute();
    const declared = groups.map(({ declared: text, ...group }) => ({
      table: "hirer_checks_groups",
      record: { ...group, declared: JSON.parse(text) as object },
    }));
    return [...named, ...declared];
  },

  async erase({ tables }, subject) {
    const own = tables<HirerChecksTables>();
    if (subject.kind === "person") await erasePerson(own, subject);
    if (subject.kind === "hirer") await eraseHirer(own, subject.hirer);
  },

  async expire({ tables }, { bookingsBefore }) {
    const own = tables<HirerChecksTables>();
    const ended = await own
      .selectFrom("hirer_checks_documents")
      .select(["school", "hirer", "document"])
      .where("valid_until", "<", localDateOf(bookingsBefore, "UTC"))
      .execute();
    for (const { school, hirer, document } of ended) {
      await removeDocument(own, school, hirer, document);
    }
    const over = await own
      .selectFrom("hirer_checks_notices")
      .select(["school", "notice"])
      .where("ends_at", "<", bookingsBefore)
      .execute();
    for (const { school, notice } of over) await removeEventNotice(own, school, notice);
    return ended.length + over.length;
  },
};

async function eraseHirer(tables: Tables, hirer: string): Promise<void> {
  const documents = await tables
    .selectFrom("hirer_checks_documents")
    .select(["school", "document"])
    .where("hirer", "=", hirer)
    .execute();
  for (const { school, document } of documents) {
    await removeDocument(tables, school, hirer, document);
  }
  const groups = await tables
    .selectFrom("hirer_checks_groups")
    .select(["school", "activity"])
    .where("hirer", "=", hirer)
    .execute();
  for (const { school, activity } of groups) await removeGroup(tables, school, hirer, activity);
  const notices = await tables
    .selectFrom("hirer_checks_notices")
    .select("school")
    .distinct()
    .where("hirer", "=", hirer)
    .execute();
  for (const { school } of notices) {
    await tables
      .updateTable("hirer_checks_notices")
      .set({ hirer: null, reference: ERASED_TEXT })
      .where("school", "=", school)
      .where("hirer", "=", hirer)
      .execute();
  }
}

/** A text that names the person goes, whole; what it stood beside holds as before. */
async function erasePerson(tables: Tables, person: Person): Promise<void> {
  const without = (text: string) => (namesPerson(text, person) ? ERASED_TEXT : text);
  const documents = await tables
    .selectFrom("hirer_checks_documents")
    .select(["school", "document", "reference", "seen_by"])
    .where("hirer", "=", person.hirer)
    .execute();
  for (const { school, document, reference, seen_by } of documents) {
    await tables
      .updateTable("hirer_checks_documents")
      .set({ reference: without(reference), seen_by: without(seen_by) })
      .where("school", "=", school)
      .where("hirer", "=", person.hirer)
      .where("document", "=", document)
      .execute();
  }
  const notices = await tables
    .selectFrom("hirer_checks_notices")
    .select(["school", "premises", "notice", "reference"])
    .where("hirer", "=", person.hirer)
    .execute();
  for (const { school, premises, notice, reference } of notices) {
    await tables
      .updateTable("hirer_checks_notices")
      .set({ reference: without(reference) })
      .where("school", "=", school)
      .where("premises", "=", premises)
      .where("notice", "=", notice)
      .execute();
  }
}

function isoTime(instant: number): string {
  return new Date(Number(instant)).toISOString();
}
