import type { Bilingual, Instant } from "@neuadd/core";
import { shareOf, taxOn } from "./money.ts";
import { lineKey, type PriceLine } from "./price-line.ts";
import type { PricedSeries } from "./price-series.ts";

export const RELEASE_REASONS = [
  "cancelledByHirer",
  "cancelledBySchool",
  "displaced",
  "moved",
  "takenBack",
  "depositReturned",
] as const;
/** Why a charge is lowered. `takenBack` undoes an earlier release: the date takes place after all. */
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** What is no longer due of a date, or of a deposit. */
export interface Release {
  /** The date, or the key of a line on the booking as a whole. */
  readonly about: string;
  /** Of several about the same the one of the latest revision counts. */
  readonly revision: number;
  /** What is still due, in percent. */
  readonly sharePercent: number;
  readonly reason: ReleaseReason;
  readonly at: Instant;
}

/** A tax that the school has decided to charge on a booking. */
export interface Tax {
  readonly ratePercent: number;
  readonly label: Bilingual;
}

/** What a booking owes at present: the agreed lines, less what was released, with tax if there is one. */
export interface Account {
  readonly currency: string;
  /** Every agreed line, also one of which nothing is due any more. */
  readonly lines: readonly AccountLine[];
  readonly duePence: number;
}

export interface AccountLine extends PriceLine {
  readonly agreedPence: number;
  readonly release?: ReleaseReason;
}

/** Draws up what is due. Tax is worked out once on the whole, without deposits, which are given back. */
export function drawUpAccount(
  quote: Pick<PricedSeries, "currency" | "lines">,
  releases: readonly Release[],
  tax?: Tax,
): Account {
  const latest = new Map<string, Release>();
  for (const release of releases) {
    const known = latest.get(release.about);
    if (known === undefined || release.revision >= known.revision) {
      latest.set(release.about, release);
    }
  }
  const lines = quote.lines.map((line): AccountLine => dueLine(line, latest.get(aboutOf(line))));
  if (tax !== undefined) lines.push(taxLine(lines, tax));
  return { currency: quote.currency, lines, duePence: sumOf(lines) };
}

function dueLine(line: PriceLine, release: Release | undefined): AccountLine {
  const { amountPence: agreedPence } = line;
  if (release === undefined || release.reason === "takenBack") return { ...line, agreedPence };
  return {
    ...line,
    agreedPence,
    amountPence: shareOf(agreedPence, release.sharePercent),
    release: release.reason,
  };
}

function aboutOf({ date, key }: PriceLine): string {
  return date ?? key;
}

function taxLine(lines: readonly AccountLine[], { ratePercent, label }: Tax): AccountLine {
  const taxable = lines.filter(({ kind }) => kind !== "deposit");
  return {
    key: lineKey("tax", "tax"),
    kind: "tax",
    label,
    amountPence: taxOn(sumOf(taxable), ratePercent),
    agreedPence: taxOn(
      taxable.reduce((sum, line) => sum + line.agreedPence, 0),
      ratePercent,
    ),
  };
}

function sumOf(lines: readonly PriceLine[]): number {
  return lines.reduce((sum, { amountPence }) => sum + amountPence, 0);
}
