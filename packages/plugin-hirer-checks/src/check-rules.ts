import { type BookingRule, type HirerDocument, requestDates, toInstant } from "@neuadd/core";
import type { RuleContext, RuleSource } from "@neuadd/plugin-kit";
import type { AskedBooking } from "./asked-booking.ts";
import type { CheckOutcome, CheckPolicy } from "./check-policy.ts";
import type { DeclaredGroup } from "./declared-group.ts";
import { documentFindings } from "./document-findings.ts";
import { readDocuments } from "./document-store.ts";
import { type EventNoticeFacts, eventNoticeFindings } from "./event-notice-findings.ts";
import { readEventNotices } from "./event-notice-store.ts";
import { readGroup } from "./group-store.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";
import { readPolicy } from "./policy-store.ts";
import { requiredDocuments } from "./required-documents.ts";
import { supervisionFindings } from "./supervision-findings.ts";

/**
 * The rules of one decision, with the facts read inside it: what the school asks for, what it has seen of the
 * hirer, who takes part, and the notices of its premises. Without a hirer nothing is known of one, and
 * documents and groups are not looked at.
 */
export function checkRules(defaultPolicy: CheckPolicy): RuleSource {
  return async (context) => {
    const tables = context.tables<HirerChecksTables>();
    const { policy } = await readPolicy(tables, context.school, defaultPolicy);
    const notices = await eventNoticeFacts(policy, context);
    return [
      ...(await hirerRules(policy, context)),
      ...(notices === undefined
        ? []
        : [(placed: Parameters<BookingRule>[0]) => eventNoticeFindings(placed, notices)]),
    ];
  };
}

async function hirerRules(policy: CheckPolicy, context: RuleContext): Promise<BookingRule[]> {
  const { school, hirer } = context;
  if (hirer === undefined) return [];
  const asked = await askedBooking(policy, context, hirer);
  const required = requiredDocuments(policy.documents, asked);
  const outcome = policy.supervision;
  if (required.size === 0 && outcome === "off") return [];
  const tables = context.tables<HirerChecksTables>();
  const documents = await readDocuments(tables, school, hirer);
  const rules: BookingRule[] = [({ date }) => documentFindings(required, documents, date)];
  if (outcome !== "off") {
    const { activity } = asked;
    const group =
      activity === undefined ? undefined : await readGroup(tables, school, hirer, activity);
    rules.push(supervisionRule(asked, outcome, group, documents));
  }
  return rules;
}

function supervisionRule(
  asked: AskedBooking,
  outcome: CheckOutcome,
  group: DeclaredGroup | undefined,
  documents: readonly HirerDocument[],
): BookingRule {
  return (placed) => supervisionFindings(placed, { asked, outcome, group, documents });
}

async function askedBooking(
  { documents }: CheckPolicy,
  { request, reads }: RuleContext,
  hirer: string,
): Promise<AskedBooking> {
  const { activity, attendance, layout, purpose } = request;
  const needsCategory = documents.some(({ categories }) => categories !== undefined);
  const category = needsCategory ? (await reads.hirer(hirer))?.category : undefined;
  return {
    audience: purpose?.audience ?? [],
    ...(activity !== undefined && { activity }),
    ...(attendance !== undefined && { attendance }),
    ...(layout !== undefined && { layout }),
    ...(category !== undefined && { category }),
  };
}

async function eventNoticeFacts(
  { eventNotices: { activities, outcome } }: CheckPolicy,
  context: RuleContext,
): Promise<EventNoticeFacts | undefined> {
  const { school, request, facts } = context;
  const { activity, attendance, first, recurrence } = request;
  if (activity === undefined || !activities.includes(activity)) return undefined;
  const { zone } = facts.school;
  // Notices of the whole year count, whatever date of it is asked for.
  const endingAfter = toInstant(`${first.slice(0, 4)}-01-01`, "00:00", zone);
  return {
    activity,
    ...(attendance !== undefined && { attendance }),
    outcome,
    notices: await readEventNotices(context.tables<HirerChecksTables>(), school, { endingAfter }),
    dates: requestDates(first, recurrence, facts.calendar)
      .filter(({ exclusions }) => exclusions.length === 0)
      .map(({ date }) => date),
    zone,
  };
}
