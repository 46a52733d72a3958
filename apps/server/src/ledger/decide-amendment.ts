import {
  amendmentWindow,
  amendSeries,
  leavesOf,
  type Amendment,
  type Instant,
  type SeriesChange,
} from "@neuadd/core";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import type { StoreSchema } from "../store/schema.ts";
import { amendedRequest } from "./amended-request.ts";
import type { BookingRecord } from "./booking-record.ts";
import { readClaims } from "./read-claims.ts";
import type { SchoolModel } from "./school-definition.ts";
import { seriesOf } from "./stored-booking.ts";

/** Works out what a change would do to a booking, with the facts that `database` has now. */
export async function decideAmendment(
  services: Pick<Services, "rules">,
  database: Kysely<StoreSchema>,
  model: SchoolModel,
  booking: BookingRecord,
  change: SeriesChange,
  now: Instant,
): Promise<Amendment> {
  const { tree, calendar } = model;
  const request = amendedRequest(booking.request, change);
  const rules = await services.rules({ database, model, request, booking: booking.id, now });
  const { id: school, zone } = model.school;
  const series = seriesOf(booking);
  const facts = { now, zone, tree, calendar, rules };
  const window = amendmentWindow(series, change, facts);
  const spaces = [booking.request.space, ...booking.occurrences.map(({ space }) => space)];
  if (change.space !== undefined) spaces.push(change.space);
  // Dates that are over may have been in a space that is gone.
  const present = [...new Set(spaces)].filter((space) => tree.byId.has(space));
  const leaves = [...new Set(present.flatMap((space) => leavesOf(tree, space)))];
  const windows = window.end > window.start ? [window] : [];
  const claims = await readClaims(database, school, leaves, windows);
  return amendSeries(series, change, { ...facts, claims });
}
