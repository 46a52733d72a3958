import type { Bilingual } from "../language/bilingual.ts";
import { dayNumber, type LocalDate } from "../time/local-date.ts";

export const HIRER_DOCUMENT_KINDS = [
  "publicLiabilityInsurance",
  "safeguardingPolicy",
  "dbsStatement",
  "governingBodyAffiliation",
  "ciwRegistration",
] as const;
export type HirerDocumentKind = (typeof HIRER_DOCUMENT_KINDS)[number];

export const HIRER_DOCUMENT_NAMES: Readonly<Record<HirerDocumentKind, Bilingual>> = {
  publicLiabilityInsurance: {
    cy: "Yswiriant atebolrwydd cyhoeddus",
    en: "Public liability insurance",
  },
  safeguardingPolicy: { cy: "Polisi diogelu", en: "Safeguarding policy" },
  dbsStatement: { cy: "Datganiad ar wiriadau DBS", en: "Statement on DBS checks" },
  governingBodyAffiliation: {
    cy: "Aelodaeth o gorff llywodraethu chwaraeon",
    en: "Affiliation to a sport’s governing body",
  },
  ciwRegistration: {
    cy: "Cofrestriad ag Arolygiaeth Gofal Cymru",
    en: "Registration with Care Inspectorate Wales",
  },
};

/**
 * A document that somebody at the school has seen, as a dated fact. Never a copy of it: a
 * certificate holds personal data that a school has no need to keep.
 */
export interface HirerDocument {
  readonly kind: HirerDocumentKind;
  /** Number or title by which its issuer can find it. */
  readonly reference: string;
  /** First and last day it holds, both inclusive, as certificates state them. No last day: until further notice. */
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
  /** Who saw it, and when. */
  readonly seenBy: string;
  readonly seenOn: LocalDate;
}

/**
 * The document of a kind that holds on a date: of several, the one that holds longest. `undefined`
 * when none does. When it was seen does not matter: a policy for next season may be shown today.
 *
 * Throws LOCAL_DATE_INVALID.
 *
 * @example
 * ```ts
 * import { coverOn } from "@neuadd/core";
 * const policy = {
 *   kind: "publicLiabilityInsurance",
 *   reference: "PL-2041",
 *   validFrom: "2026-04-01",
 *   validUntil: "2027-03-31",
 *   seenBy: "Business manager",
 *   seenOn: "2026-08-20",
 * } as const;
 * coverOn([policy], "publicLiabilityInsurance", "2027-03-31")?.reference; //=> "PL-2041"
 * coverOn([policy], "publicLiabilityInsurance", "2027-04-01"); //=> undefined
 * ```
 */
export function coverOn(
  documents: readonly HirerDocument[],
  kind: HirerDocumentKind,
  date: LocalDate,
): HirerDocument | undefined {
  dayNumber(date);
  return documents
    .filter((document) => document.kind === kind && holdsOn(document, date))
    .reduce<HirerDocument | undefined>(
      (longest, document) =>
        longest === undefined || lastDay(document) > lastDay(longest) ? document : longest,
      undefined,
    );
}

function holdsOn(document: HirerDocument, date: LocalDate): boolean {
  return document.validFrom <= date && date <= lastDay(document);
}

function lastDay({ validUntil }: HirerDocument): LocalDate {
  return validUntil ?? "9999-12-31";
}
