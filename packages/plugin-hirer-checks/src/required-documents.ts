import {
  AUDIENCE_TAGS,
  HIRER_DOCUMENT_KINDS,
  type HirerDocumentKind,
  isActivityOf,
} from "@neuadd/core";
import { type AskedBooking, isAudienceStated } from "./asked-booking.ts";
import type { CheckOutcome, DocumentRequirement } from "./check-policy.ts";

/**
 * The kinds of documents that a booking needs, in the order of HIRER_DOCUMENT_KINDS. Of several requirements for one kind, the strictest
 * counts. An activity, audience or category that is not known meets no condition on it.
 */
export function requiredDocuments(
  requirements: readonly DocumentRequirement[],
  asked: AskedBooking,
): ReadonlyMap<HirerDocumentKind, CheckOutcome> {
  const applying = requirements.filter((requirement) => applies(requirement, asked));
  const required = new Map<HirerDocumentKind, CheckOutcome>();
  for (const kind of HIRER_DOCUMENT_KINDS) {
    const outcomes = applying
      .filter(({ kinds }) => kinds.includes(kind))
      .map(({ outcome }) => outcome);
    if (outcomes.length > 0) required.set(kind, outcomes.includes("deny") ? "deny" : "warn");
  }
  return required;
}

/**
 * The requirements that leaving the audience out would avoid: those for some audiences only whose other conditions are met.
 * None where it is stated.
 */
export function audienceRequirements(
  requirements: readonly DocumentRequirement[],
  asked: AskedBooking,
): DocumentRequirement[] {
  if (isAudienceStated(asked)) return [];
  const anyone: AskedBooking = { ...asked, audience: AUDIENCE_TAGS };
  return requirements.filter(
    (requirement) => !applies(requirement, asked) && applies(requirement, anyone),
  );
}

function applies(
  { activities, audiences, categories }: DocumentRequirement,
  { activity, audience, category }: AskedBooking,
): boolean {
  return (
    (activities === undefined || (activity !== undefined && isActivityOf(activity, activities))) &&
    (audiences === undefined || audiences.some((tag) => audience.includes(tag))) &&
    (categories === undefined || (category !== undefined && categories.includes(category)))
  );
}
