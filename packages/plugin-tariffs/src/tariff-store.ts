import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { Release, ReleaseReason } from "./account.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import { nextNumber } from "./next-number.ts";
import type { Tariff } from "./tariff.ts";
import type { TariffVersion } from "./tariff-version.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

type Tables = Kysely<TariffsTables>;

/** The versions that a school has entered, the first one first. */
export async function readVersions(tables: Tables, school: string): Promise<TariffVersion[]> {
  const rows = await tables
    .selectFrom("tariffs_versions")
    .select(["number", "valid_from", "entered_at", "tariff"])
    .where("school", "=", school)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    validFrom: row.valid_from,
    enteredAt: Number(row.entered_at),
    tariff: JSON.parse(row.tariff) as Tariff,
  }));
}

/** The schools that have entered one. */
export async function schoolsWithVersions(tables: Tables): Promise<string[]> {
  const rows = await tables.selectFrom("tariffs_versions").select("school").distinct().execute();
  return rows.map(({ school }) => school);
}

export interface NewVersion {
  readonly school: string;
  readonly validFrom: string;
  readonly enteredAt: Instant;
  /** `key:<id>` of who entered it. */
  readonly enteredBy: string;
  readonly tariff: Tariff;
}

/** Adds a version; answers its number. */
export async function addVersion(tables: Tables, version: NewVersion): Promise<number> {
  return tables.transaction().execute(async (transaction) => {
    const number = await nextNumber(transaction, version.school, "version");
    await transaction
      .insertInto("tariffs_versions")
      .values({
        school: version.school,
        number,
        valid_from: version.validFrom,
        entered_at: version.enteredAt,
        entered_by: version.enteredBy,
        tariff: JSON.stringify(version.tariff),
      })
      .execute();
    return number;
  });
}

/** What was agreed for a booking, the last one first; empty when nothing was. */
export async function readQuotes(
  tables: Tables,
  school: string,
  booking: string,
): Promise<FrozenQuote[]> {
  const rows = await tables
    .selectFrom("tariffs_quotes")
    .select("quote")
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("revision", "desc")
    .orderBy("at", "desc")
    .execute();
  return rows.map(({ quote }) => JSON.parse(quote) as FrozenQuote);
}

/** Keeps a quote; one of the same revision and time that is there already stays. */
export async function addQuote(tables: Tables, school: string, quote: FrozenQuote): Promise<void> {
  const { booking, revision, at } = quote;
  await tables
    .insertInto("tariffs_quotes")
    .values({ school, booking, revision, at, quote: JSON.stringify(quote) })
    .onConflict((conflict) => conflict.columns(["school", "booking", "revision", "at"]).doNothing())
    .execute();
}

export async function readReleases(
  tables: Tables,
  school: string,
  booking: string,
): Promise<Release[]> {
  const rows = await tables
    .selectFrom("tariffs_releases")
    .select(["about", "revision", "share_percent", "reason", "at"])
    .where("school", "=", school)
    .where("booking", "=", booking)
    .orderBy("revision")
    .execute();
  return rows.map((row) => ({
    about: row.about,
    revision: Number(row.revision),
    sharePercent: Number(row.share_percent),
    reason: row.reason as ReleaseReason,
    at: Number(row.at),
  }));
}

/** Keeps releases; those about the same thing at the same revision that are there already stay. */
export async function addReleases(
  tables: Tables,
  school: string,
  booking: string,
  releases: readonly Release[],
): Promise<void> {
  if (releases.length === 0) return;
  await tables
    .insertInto("tariffs_releases")
    .values(
      releases.map(({ about, revision, sharePercent, reason, at }) => ({
        school,
        booking,
        about,
        revision,
        share_percent: sharePercent,
        reason,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["school", "booking", "about", "revision"]).doNothing(),
    )
    .execute();
}
