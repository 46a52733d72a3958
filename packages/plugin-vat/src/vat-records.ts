import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { VatAssessment } from "./decide-vat.ts";
import type { VatAnswer } from "./vat-answer.ts";
import type { AgreementFacts, SupplierFacts, VatFacts } from "./vat-facts.ts";
import type { VatTables } from "./vat-tables.ts";

type Tables = Kysely<VatTables>;

/** An assessment as it was made, the first of a booking with number 1. */
export interface KeptAssessment extends VatAssessment {
  readonly number: number;
  /** What it was decided from, so that it can be understood when all that has changed. */
  readonly facts: VatFacts;
  /** Of the school's ledger. */
  readonly revision: number;
  readonly at: Instant;
}

/** Which booking, of which school. */
export interface BookingPlace {
  readonly school: string;
  readonly booking: string;
}

/** What a school decided, having read an assessment. It may differ from it, with a note why. */
export interface VatDecision {
  readonly number: number;
  readonly answer: Exclude<VatAnswer, "review">;
  readonly note?: string;
  /** Number of the assessment it rests on. */
  readonly assessment: number;
  readonly at: Instant;
  /** `key:<id>` of who decided. */
  readonly actor: string;
}

export async function readSupplier(tables: Tables, school: string): Promise<SupplierFacts> {
  const row = await tables
    .selectFrom("vat_suppliers")
    .select("facts")
    .where("school", "=", school)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(row.facts) as SupplierFacts);
}

export async function addSupplier(
  tables: Tables,
  { school, at, actor, facts }: Told<SupplierFacts>,
): Promise<void> {
  await insertNext(async () => {
    const last = await tables
      .selectFrom("vat_suppliers")
      .select("number")
      .where("school", "=", school)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    const number = Number(last?.number ?? 0) + 1;
    return tables
      .insertInto("vat_suppliers")
      .values({ school, number, at, actor, facts: JSON.stringify(facts) })
      .onConflict((conflict) => conflict.columns(["school", "number"]).doNothing())
      .executeTakeFirst();
  });
}

/** Two who write at once find the same number: who comes second takes the next. */
async function insertNext(
  insert: () => Promise<{ readonly numInsertedOrUpdatedRows?: bigint | undefined }>,
): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { numInsertedOrUpdatedRows: rows = 0n } = await insert();
    if (rows > 0n) return;
  }
  throw new Error(`Another number was taken ${MOST_ATTEMPTS} times over. Try again.`);
}

const MOST_ATTEMPTS = 20;

/** Facts that somebody has told, and who and when. */
export interface Told<Facts> {
  readonly school: string;
  readonly at: Instant;
  readonly actor: string;
  readonly facts: Facts;
}

export async function readAgreement(
  tables: Tables,
  school: string,
  booking: string,
): Promise<AgreementFacts> {
  const row = await tables
    .selectFrom("vat_agreements")
    .select("facts")
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(row.facts) as AgreementFacts);
}

export async function addAgreement(
  tables: Tables,
  booking: string,
  { school, at, actor, facts }: Told<AgreementFacts>,
): Promise<void> {
  await insertNext(async () => {
    const number = await nextOf(tables, "vat_agreements", school, booking);
    return tables
      .insertInto("vat_agreements")
      .values({ school, booking, number, at, actor, facts: JSON.stringify(facts) })
      .onConflict((conflict) => conflict.columns(["school", "booking", "number"]).doNothing())
      .executeTakeFirst();
  });
}

/** The latest assessment of a booking. */
export async function readAssessment(
  tables: Tables,
  school: string,
  booking: string,
): Promise<KeptAssessment | undefined> {
  const row = await tables
    .selectFrom("vat_assessments")
    .select(["number", "revision", "at", "assessment"])
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const assessment = JSON.parse(row.assessment) as NewAssessment;
  return {
    ...assessment,
    number: Number(row.number),
    revision: Number(row.revision),
    at: Number(row.at),
  };
}

type NewAssessment = Omit<KeptAssessment, "number">;

/**
 * Keeps an assessment if it says something else than the latest one, which was read before the facts were; answers the one
 * that holds. Undefined when another one has been kept since: then nothing is written.
 */
export async function addAssessment(
  tables: Tables,
  { school, booking }: BookingPlace,
  latest: KeptAssessment | undefined,
  { revision, at, ...said }: NewAssessment,
): Promise<KeptAssessment | undefined> {
  const assessment = JSON.stringify(said);
  if (latest !== undefined && textOf(latest) === assessment) return latest;
  const number = (latest?.number ?? 0) + 1;
  const { numInsertedOrUpdatedRows: rows = 0n } = await tables
    .insertInto("vat_assessments")
    .values({ school, booking, number, revision, at, assessment })
    .onConflict((conflict) => conflict.columns(["school", "booking", "number"]).doNothing())
    .executeTakeFirstOrThrow();
  return rows === 0n ? undefined : { ...said, number, revision, at };
}

function textOf({ number: _number, revision: _revision, at: _at, ...said }: KeptAssessment) {
  return JSON.stringify(said);
}

/** What a school has decided of a booking, the latest first. */
export async function readDecisions(
  tables: Tables,
  school: string,
  booking: string,
): Promise<VatDecision[]> {
  const rows = await tables
    .selectFrom("vat_decisions")
    .select(["number", "assessment", "at", "actor", "decision"])
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    ...(JSON.parse(row.decision) as Pick<VatDecision, "answer" | "note">),
    number: Number(row.number),
    assessment: Number(row.assessment),
    at: Number(row.at),
    actor: row.actor,
  }));
}

export async function addDecision(
  tables: Tables,
  about: BookingPlace,
  { answer, note, assessment, at, actor }: Omit<VatDecision, "number">,
): Promise<void> {
  const { school, booking } = about;
  await insertNext(async () => {
    const number = await nextOf(tables, "vat_decisions", school, booking);
    return tables
      .insertInto("vat_decisions")
      .values({
        school,
        booking,
        number,
        assessment,
        at,
        actor,
        decision: JSON.stringify({ answer, note }),
      })
      .onConflict((conflict) => conflict.columns(["school", "booking", "number"]).doNothing())
      .executeTakeFirst();
  });
}

async function nextOf(
  tables: Tables,
  table: "vat_agreements" | "vat_decisions",
  school: string,
  booking: string,
): Promise<number> {
  const last = await tables
    .selectFrom(table)
    .select("number")
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return Number(last?.number ?? 0) + 1;
}
