import {
  coverOn,
  HIRER_DOCUMENT_NAMES,
  type HirerDocument,
  type HirerDocumentKind,
  type LocalDate,
  type RuleFinding,
  sayShortDate,
} from "@neuadd/core";
import type { CheckOutcome } from "./check-policy.ts";
import { found } from "./found.ts";

/**
 * What is wrong with the cover of one date: a finding for each kind of which no document holds on it. A
 * document holds on its first and last day. One that ends or begins too late is named with that day,
 * so that its hirer sees in what part of the season it has to be renewed.
 */
export function documentFindings(
  required: ReadonlyMap<HirerDocumentKind, CheckOutcome>,
  documents: readonly HirerDocument[],
  date: LocalDate,
): RuleFinding[] {
  return [...required].flatMap(([kind, outcome]) =>
    coverOn(documents, kind, date) ? [] : [missing(kind, outcome, documents, date)],
  );
}

function missing(
  kind: HirerDocumentKind,
  outcome: CheckOutcome,
  documents: readonly HirerDocument[],
  date: LocalDate,
): RuleFinding {
  const ofKind = documents.filter((document) => document.kind === kind);
  const name = HIRER_DOCUMENT_NAMES[kind];
  const ended = latest(ofKind.flatMap(({ validUntil }) => validUntil ?? []).filter(before(date)));
  if (ended !== undefined) {
    const message = {
      cy: `${name.cy}: mae'r ddogfen a welodd yr ysgol yn dod i ben ar ${sayShortDate(ended, "cy")}, cyn y dyddiad hwn.`,
      en: `${name.en}: the document that the school has seen ends on ${sayShortDate(ended, "en")}, before this date.`,
    };
    return found("COVER_ENDS", outcome, message, { kind, date, validUntil: ended });
  }
  const begins = ofKind.map(({ validFrom }) => validFrom).toSorted()[0];
  if (begins !== undefined) {
    const message = {
      cy: `${name.cy}: mae'r ddogfen a welodd yr ysgol yn dechrau ar ${sayShortDate(begins, "cy")}, ar ôl y dyddiad hwn.`,
      en: `${name.en}: the document that the school has seen begins on ${sayShortDate(begins, "en")}, after this date.`,
    };
    return found("COVER_BEGINS_LATER", outcome, message, { kind, date, validFrom: begins });
  }
  const message = {
    cy: `${name.cy}: nid yw'r ysgol wedi gweld y ddogfen hon gan y llogwr.`,
    en: `${name.en}: the school has not seen this document from the hirer.`,
  };
  return found("COVER_MISSING", outcome, message, { kind, date });
}

function before(date: LocalDate): (other: LocalDate) => boolean {
  return (other) => other < date;
}

function latest(dates: readonly LocalDate[]): LocalDate | undefined {
  return dates.toSorted().at(-1);
}
