import {
  type BookingRule,
  type HirerDocument,
  isActivityOf,
  requestDates,
  toInstant,
} from "@neuadd/core";
import type { RuleContext, RuleSource } from "@neuadd/plugin-kit";
import type { AskedBooking } from "./asked-booking.ts";
import { audienceFindings } from "./audience-findings.ts";
import type { CheckOutcome, CheckPolicy } from "./check-policy.ts";
import { audienceOf, type DeclaredGroup } from "./declared-group.ts";
import { documentFindings } from "./document-findings.ts";
import { readDocuments } from "./document-store.ts";
import { type EventNoticeFacts, eventNoticeFindings } from "./event-notice-findings.ts";
import { readEventNotices } from "./event-notice-store.ts";
import { readGroup } from "./group-store.ts";
import type { HirerChecksTables } from "./hirer-checks-tables.ts";
import { readPolicy } from "./policy-store.ts";
import { audienceRequirements, requiredDocuments } from "./required-documents.ts";
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
  const group = await groupOf(policy, context, hirer);
  const asked = await askedBooking(policy, context, hirer, group);
  const required = requiredDocuments(policy.documents, asked);
  const avoided = audienceRequirements(policy.documents, asked);
  const outcome = policy.supervision;
  if (required.size === 0 && avoided.length === 0 && outcome === "off") return [];
  const documents = await readDocuments(context.tables<HirerChecksTables>(), school, hirer);
  const rules: BookingRule[] = [
    ({ date }) => documentFindings(required, documents, date),
    ({ date }) => audienceFindings(avoided, documents, date),
  ];
  if (outcome !== "off") rules.push(supervisionRule(asked, outcome, group, documents));
  return rules;
}

/** The group that is declared for the activity asked for, where anything goes by it. */
async function groupOf(
  { documents, supervision }: CheckPolicy,
  { school, request: { activity }, tables }: RuleContext,
  hirer: string,
): Promise<DeclaredGroup | undefined> {
  const isNeeded =
    supervision !== "off" || documents.some(({ audiences }) => audiences !== undefined);
  if (!isNeeded || activity === undefined) return undefined;
  return readGroup(tables<HirerChecksTables>(), school, hirer, activity);
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
  group: DeclaredGroup | undefined,
): Promise<AskedBooking> {
  const { activity, attendance, layout, purpose } = request;
  const needsCategory = documents.some(({ categories }) => categories !== undefined);
  const category = needsCategory ? (await reads.hirer(hirer))?.category : undefined;
  return {
    audience: [...(purpose?.audience ?? []), ...(group === undefined ? [] : audienceOf(group))],
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
  if (activity === undefined || !isActivityOf(activity, activities)) return undefined;
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
