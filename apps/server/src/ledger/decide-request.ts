import {
  decideSeries,
  decisionWindow,
  leavesOf,
  requestDates,
  spaceOf,
  toInstant,
  type Instant,
  type Interval,
  type SeriesDecision,
  type SeriesFacts,
  type SeriesRequest,
} from "@neuadd/core";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import type { StoreSchema } from "../store/schema.ts";
import type { AskedBooking } from "./decision-rules.ts";
import { readClaims } from "./read-claims.ts";
import type { SchoolModel } from "./school-definition.ts";

/**
 * Decides a request with the facts that `database` has now. Most requests can be had as they are asked: only if this
 * one can't are the claims of other spaces, and of dates beyond it, read as well.
 */
export async function decideRequest(
  services: Pick<Services, "rules">,
  database: Kysely<StoreSchema>,
  model: SchoolModel,
  request: AskedBooking,
  now: Instant,
): Promise<SeriesDecision> {
  const { tree, calendar } = model;
  const rules = await services.rules({ database, model, request, now });
  const { id: school, zone } = model.school;
  const facts: SeriesFacts = { now, zone, tree, calendar, rules, claims: [] };
  const own = leavesOf(tree, request.space);
  const ownClaims = await readClaims(database, school, own, wantedTimes(request, model));
  const decision = decideSeries(request, { ...facts, claims: ownClaims });
  if (isAsAsked(decision)) return decision;
  const everywhere = tree.roots.flatMap((root) => leavesOf(tree, root));
  const window = decisionWindow(request, facts);
  const claims = await readClaims(database, school, everywhere, [window]);
  return decideSeries(request, { ...facts, claims });
}

/** What the request itself would hold: if nobody else holds any of it, no other claim can matter. */
function wantedTimes(
  { space, first, startTime, endTime, recurrence }: SeriesRequest,
  { tree, calendar, school: { zone } }: SchoolModel,
): Interval[] {
  const turnaround = spaceOf(tree, space).terms.turnaroundMinutes * 60_000;
  return requestDates(first, recurrence, calendar)
    .filter(({ exclusions }) => exclusions.length === 0)
    .map(({ date }) => ({
      start: toInstant(date, startTime, zone),
      end: toInstant(date, endTime, zone) + turnaround,
    }))
    .filter(({ start, end }) => start < end);
}

/** Whether nothing but the request's own space and dates had a part in the decision. */
function isAsAsked({ occurrences, summary }: SeriesDecision): boolean {
  return (
    summary.denied === 0 &&
    occurrences.every(({ insteadOf, appended }) => insteadOf === undefined && appended !== true)
  );
}
