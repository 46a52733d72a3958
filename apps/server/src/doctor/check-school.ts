import type { Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import { checkHoldings } from "./check-holdings.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";
import { readSchoolRows, type HeldRow, type SchoolRows } from "./school-rows.ts";

/**
 * Checks the ledger of one school from its tables alone, trusting nothing that the server would say of them: no two
 * claims of a leaf overlap, every live date holds its place and every held place is some date's or block's, each date's
 * status is one that its booking allows, and events follow each other without a gap up to the school's revision.
 *
 * Dates that are over by `now` may have been claimed under an earlier space tree: of those it asks only that they hold
 * something at their time. Answers nothing for a school that is sound, or not there.
 */
export async function checkSchool(
  database: Kysely<StoreSchema>,
  school: string,
  now: Instant,
): Promise<Finding[]> {
  const rows = await readSchoolRows(database, school);
  if (rows === undefined) return [];
  // A clock that was set back must not make dates live again that were over.
  const present = rows.events.reduce((latest, { at }) => Math.max(latest, at), now);
  const sightings = [
    ...overlaps(rows),
    ...statusSightings(rows),
    ...eventSightings(rows),
    ...checkHoldings(rows, present),
  ];
  return gathered(sightings, school);
}

function overlaps({ claims }: SchoolRows): Sighting[] {
  const sightings: Sighting[] = [];
  let last: HeldRow | undefined;
  for (const claim of claims) {
    if (last?.leaf_id === claim.leaf_id && last.ends_at > claim.starts_at) {
      const place = `${claim.leaf_id} ${claim.local_date}: ${last.owner_id}, ${claim.owner_id}`;
      sightings.push({ code: "CLAIMS_OVERLAP", place });
    }
    if (last?.leaf_id !== claim.leaf_id || last.ends_at < claim.ends_at) last = claim;
  }
  return sightings;
}

/** What the status of a booking lets its dates be. */
const POSSIBLE: Readonly<Record<string, string>> = {
  requested: "requested cancelled excluded denied",
  approved: "confirmed cancelled displaced completed noShow excluded denied",
  declined: "cancelled excluded denied",
  withdrawn: "cancelled excluded denied",
  expired: "cancelled excluded denied",
  cancelled: "confirmed cancelled displaced completed noShow excluded denied",
};

function statusSightings({ dates }: SchoolRows): Sighting[] {
  return dates.flatMap(({ booking_id, local_date, status, series_status }) => {
    if (POSSIBLE[series_status]?.split(" ").includes(status) === true) return [];
    const place = `${booking_id} ${local_date}: ${status}, ${series_status}`;
    return [{ code: "STATUS_IMPOSSIBLE", place }];
  });
}

function eventSightings({ events, revision }: SchoolRows): Sighting[] {
  const sightings: Sighting[] = [];
  let last = { revision: 0, ordinal: -1 };
  for (const event of events) {
    const isNext =
      event.revision === last.revision
        ? event.ordinal === last.ordinal + 1
        : event.revision === last.revision + 1 && event.ordinal === 0;
    const place = `${event.revision}.${event.ordinal}`;
    if (!isNext) sightings.push({ code: "EVENTS_GAP", place });
    if (/@|"(?:title|name|reason|email|telephone|contact)"/.test(event.data)) {
      sightings.push({ code: "EVENTS_PERSONAL", place });
    }
    last = event;
  }
  if (last.revision !== revision) {
    sightings.push({ code: "EVENTS_GAP", place: `${last.revision} of ${revision}` });
  }
  return sightings;
}
