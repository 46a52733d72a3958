import type { Denial, Series } from "@neuadd/core";
import type { Kysely, Selectable } from "kysely";
import { runKept } from "../store/kept-statement.ts";
import type { OccurrenceRow, SeriesRow, StoreSchema } from "../store/schema.ts";
import type { BookingRecord, BookingRequest, OccurrenceRecord } from "./booking-record.ts";
import { bookingUnknown } from "./unknown.ts";

/** What of a request is stored as one document: the rest has columns of its own. */
export type StoredRequest = Omit<BookingRequest, "hirer" | "title" | "activity" | "expectedDigest">;

/** A booking of a school with all its dates. Throws BOOKING_UNKNOWN. */
export async function loadBooking(
  database: Kysely<StoreSchema>,
  school: string,
  id: string,
): Promise<BookingRecord> {
  const { rows } = await runKept<Selectable<SeriesRow>>(database, "series", [school, id], () =>
    database
      .selectFrom("series")
      .selectAll()
      .where("school_id", "=", school)
      .where("booking_id", "=", id),
  );
  const [row] = rows;
  if (row === undefined) throw bookingUnknown(school, id);
  const [record] = await withOccurrences(database, school, [row]);
  if (record === undefined) throw bookingUnknown(school, id);
  return record;
}

/** The records of series of one school, in their order. One query for the dates of all. */
export async function withOccurrences(
  database: Kysely<StoreSchema>,
  school: string,
  rows: readonly Selectable<SeriesRow>[],
): Promise<BookingRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ booking_id }) => booking_id);
  const { rows: occurrences } = await runKept<Selectable<OccurrenceRow>>(
    database,
    `occurrences of ${ids.length}`,
    [school, ...ids],
    () =>
      database
        .selectFrom("occurrences")
        .selectAll()
        .where("school_id", "=", school)
        .where("booking_id", "in", ids)
        .orderBy("booking_id")
        .orderBy("local_date"),
  );
  const byBooking = new Map(ids.map((id): [string, Selectable<OccurrenceRow>[]] => [id, []]));
  for (const occurrence of occurrences) byBooking.get(occurrence.booking_id)?.push(occurrence);
  return rows.map((row) => bookingRecord(row, byBooking.get(row.booking_id) ?? []));
}

/** A booking as core knows it: what an amendment, or deciding again, starts from. */
export function seriesOf({ id, status, request, occurrences }: BookingRecord): Series {
  const { space, layout, attendance } = request;
  return {
    id,
    status,
    space,
    ...(layout !== undefined && { layout }),
    ...(attendance !== undefined && { attendance }),
    occurrences,
  };
}

/** What is stored of a request besides its columns. */
export function storedRequest(request: BookingRequest): StoredRequest {
  const {
    hirer: _hirer,
    title: _title,
    activity: _activity,
    expectedDigest: _digest,
    ...rest
  } = request;
  return rest;
}

function bookingRecord(
  row: Selectable<SeriesRow>,
  occurrences: readonly Selectable<OccurrenceRow>[],
): BookingRecord {
  const stored = JSON.parse(row.request) as StoredRequest;
  const { hirer_id: hirer, title, activity } = row;
  return {
    id: row.booking_id,
    school: row.school_id,
    hirer,
    status: row.status,
    title,
    request: { ...stored, hirer, title, activity },
    occurrences: occurrences.map(occurrenceRecord),
    requestedAt: row.requested_at,
    ...(row.reason !== null && { reason: row.reason }),
    revision: row.revision,
  };
}

/** What there is to say of an occurrence, as one list: warnings bear a mark. */
export function storedFindings({ denials, warnings = [] }: OccurrenceRecord): string {
  return JSON.stringify([...denials, ...warnings.map((one) => ({ ...one, warning: true }))]);
}

/** The occurrence with other warnings, or none. */
export function withWarnings(
  { warnings: _former, ...occurrence }: OccurrenceRecord,
  warnings: readonly Denial[] = [],
): OccurrenceRecord {
  return warnings.length === 0 ? occurrence : { ...occurrence, warnings };
}

type StoredFinding = OccurrenceRecord["denials"][number] & { readonly warning?: true };

/** What is stored of most dates: that there is nothing to say. */
const NOTHING = "[]";

function occurrenceRecord(row: Selectable<OccurrenceRow>): OccurrenceRecord {
  const findings = row.denials === NOTHING ? [] : (JSON.parse(row.denials) as StoredFinding[]);
  const warnings = findings
    .filter(({ warning }) => warning === true)
    .map(({ warning: _mark, ...finding }) => finding as Denial);
  const occurrence: OccurrenceRecord = {
    date: row.local_date,
    space: row.space_id,
    startTime: row.start_time,
    endTime: row.end_time,
    start: row.starts_at,
    end: row.ends_at,
    status: row.status,
    denials: findings.filter(({ warning }) => warning !== true),
  };
  return withWarnings(occurrence, warnings);
}
