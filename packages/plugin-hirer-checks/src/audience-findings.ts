import {
  AUDIENCE_NAMES,
  AUDIENCE_TAGS,
  coverOn,
  HIRER_DOCUMENT_KINDS,
  HIRER_DOCUMENT_NAMES,
  type HirerDocument,
  joinList,
  type Language,
  type LocalDate,
  type RuleFinding,
} from "@neuadd/core";
import type { DocumentRequirement } from "./check-policy.ts";
import { found } from "./found.ts";

/**
 * What is to be said of one date of a booking that does not say whom it is for, though the school asks some audiences for
 * documents: that it has to say so. Nothing where the documents hold on the date in any case.
 */
export function audienceFindings(
  requirements: readonly DocumentRequirement[],
  documents: readonly HirerDocument[],
  date: LocalDate,
): RuleFinding[] {
  const unmet = requirements.filter(({ kinds }) =>
    kinds.some((kind) => !coverOn(documents, kind, date)),
  );
  if (unmet.length === 0) return [];
  const asked = new Set(unmet.flatMap(({ kinds }) => kinds));
  const kinds = HIRER_DOCUMENT_KINDS.filter(
    (kind) => asked.has(kind) && !coverOn(documents, kind, date),
  );
  const of = new Set(unmet.flatMap(({ audiences = [] }) => audiences));
  const audiences = AUDIENCE_TAGS.filter((tag) => of.has(tag));
  const named = (language: Language) => ({
    audiences: audiences.map((tag) => AUDIENCE_NAMES[tag][language]).join("; "),
    documents: joinList(
      kinds.map((kind) => HIRER_DOCUMENT_NAMES[kind][language]),
      language,
    ),
  });
  const [cy, en] = [named("cy"), named("en")];
  const message = {
    cy: `Nodwch ar gyfer pwy y mae'r archeb. Rhaid i'r ysgol weld dogfennau (${cy.documents}) os yw ar gyfer unrhyw rai o'r rhain: ${cy.audiences}.`,
    en: `State whom the booking is for. The school has to see documents (${en.documents}) if it is for any of these: ${en.audiences}.`,
  };
  const outcome = unmet.some((one) => one.outcome === "deny") ? "deny" : "warn";
  return [found("AUDIENCE_NOT_STATED", outcome, message, { date, audiences, kinds })];
}
