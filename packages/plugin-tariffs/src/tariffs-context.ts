import type { Bilingual, LocalDate } from "@neuadd/core";
import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { Tax } from "./account.ts";
import { readVersions, schoolsWithVersions } from "./tariff-store.ts";
import type { Tariff } from "./tariff.ts";
import type { TariffVersion } from "./tariff-version.ts";
import type { TariffsTables } from "./tariffs-tables.ts";

/** What a school begins with, until it enters a version of its own that is valid from the same date or later. */
export interface FirstTariff {
  readonly validFrom: LocalDate;
  readonly tariff: Tariff;
}

/** Tells which tax a school has decided to charge on a booking; undefined for none. */
export type TaxSource = (school: string, booking: string) => Promise<Tax | undefined>;

/** Where a school stands with a tax on a booking, told beside its invoices: an invoice can't wait for it. */
export interface TaxState {
  /** `<plugin>/<state>`. */
  readonly code: string;
  /** Whether the school has decided on what is known now. */
  readonly isSettled: boolean;
  readonly sentence: Bilingual;
}

/** Undefined when it has nothing to say. */
export type TaxStateSource = (school: string, booking: string) => Promise<TaxState | undefined>;

/** What the parts of this plugin share. */
export interface TariffsContext {
  readonly host: PluginHost;
  readonly tables: Kysely<TariffsTables>;
  readonly firstTariffs: Readonly<Record<string, FirstTariff>>;
  /** Asked in turn; the first that has a tax to charge is right. */
  readonly taxSources: TaxSource[];
  /** All are asked. */
  readonly taxStates: TaxStateSource[];
}

/** All versions of a school's tariff: that of the configuration, then those it has entered. */
export async function versionsOf(
  { tables, firstTariffs }: TariffsContext,
  school: string,
): Promise<TariffVersion[]> {
  const first = firstTariffs[school];
  const entered = await readVersions(tables, school);
  return first === undefined ? entered : [{ number: 0, enteredAt: 0, ...first }, ...entered];
}

/** The schools that have such a version. */
export async function schoolsWithPrices({
  tables,
  firstTariffs,
}: TariffsContext): Promise<ReadonlySet<string>> {
  return new Set([...Object.keys(firstTariffs), ...(await schoolsWithVersions(tables))]);
}

export async function taxOf(
  { taxSources }: TariffsContext,
  school: string,
  booking: string,
): Promise<Tax | undefined> {
  for (const source of taxSources) {
    const tax = await source(school, booking);
    if (tax !== undefined) return tax;
  }
  return undefined;
}

export async function taxStatesOf(
  { taxStates }: TariffsContext,
  school: string,
  booking: string,
): Promise<TaxState[]> {
  const states = await Promise.all(taxStates.map((source) => source(school, booking)));
  return states.filter((state) => state !== undefined);
}
