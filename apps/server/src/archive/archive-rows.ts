import type { Instant } from "@neuadd/core";
import type {
  BlockRow,
  ClaimRow,
  DeadLetterRow,
  EventRow,
  HirerRow,
  ListenerCursorRow,
  OccurrenceRow,
  SeriesRow,
} from "../store/schema.ts";
import type { ArchiveLineOf } from "./archive-line-schema.ts";

export function hirerRowOf(line: ArchiveLineOf<"hirer">): HirerRow {
  return {
    hirer_id: line.id,
    name: line.name,
    category: line.category,
    language: line.language,
    details: JSON.stringify({ contact: line.contact, members: line.members }),
    revision: line.revision,
    created_at: instant(line.createdAt),
  };
}

export function seriesRowOf(school: string, line: ArchiveLineOf<"booking">): SeriesRow {
  return {
    school_id: school,
    booking_id: line.id,
    hirer_id: line.hirer,
    space_id: line.space,
    status: line.status,
    title: line.title,
    activity: line.activity,
    holds: line.holds ? 1 : 0,
    request: JSON.stringify(line.request),
    first_starts_at: instant(line.start),
    last_ends_at: instant(line.end),
    requested_at: instant(line.requestedAt),
    requested_by: line.requestedBy,
    revision: line.revision,
    reason: line.reason ?? null,
  };
}

export function occurrenceRowsOf(
  school: string,
  { id, dates }: ArchiveLineOf<"booking">,
): OccurrenceRow[] {
  return dates.map((date) => ({
    school_id: school,
    booking_id: id,
    local_date: date.date,
    space_id: date.space,
    start_time: date.startTime,
    end_time: date.endTime,
    starts_at: instant(date.start),
    ends_at: instant(date.end),
    status: date.status,
    denials: JSON.stringify(date.denials),
  }));
}

export function blockRowOf(school: string, line: ArchiveLineOf<"block">): BlockRow {
  return {
    school_id: school,
    block_id: line.id,
    space_id: line.space,
    kind: line.for,
    reason: line.reason === undefined ? null : JSON.stringify(line.reason),
    request: JSON.stringify(line.request),
    dates: JSON.stringify(line.dates),
    displaced: JSON.stringify(line.displaced),
    starts_at: instant(line.start),
    ends_at: instant(line.end),
    created_at: instant(line.createdAt),
    created_by: line.createdBy,
    removed_at: line.removedAt === undefined ? null : instant(line.removedAt),
    revision: line.revision,
  };
}

export function claimRowOf(school: string, line: ArchiveLineOf<"claim">): ClaimRow {
  return {
    school_id: school,
    leaf_id: line.leaf,
    starts_at: instant(line.start),
    ends_at: instant(line.end),
    kind: line.by,
    owner_id: line.owner,
    local_date: line.date,
  };
}

/** Without the mark of the command that wrote it: it serves the server that ran it, for some seconds. */
export function eventRowOf(school: string, line: ArchiveLineOf<"event">): EventRow {
  return {
    school_id: school,
    revision: line.revision,
    ordinal: line.ordinal,
    type: line.type,
    at: instant(line.at),
    actor: line.actor,
    data: JSON.stringify(line.data),
    command_id: null,
  };
}

export function cursorRowOf(
  school: string,
  { id, revision, ordinal }: Pick<ArchiveLineOf<"listener">, "id" | "revision" | "ordinal">,
): ListenerCursorRow {
  return {
    school_id: school,
    listener_id: id,
    revision,
    ordinal,
    attempts: 0,
    next_attempt_at: 0,
    lease_holder: null,
    lease_until: 0,
  };
}

export function deadLetterRowOf(school: string, line: ArchiveLineOf<"deadLetter">): DeadLetterRow {
  return {
    school_id: school,
    listener_id: line.listener,
    revision: line.revision,
    ordinal: line.ordinal,
    error: line.error,
    failed_at: instant(line.failedAt),
    wanted_at: null,
  };
}

function instant(text: string): Instant {
  return Date.parse(text);
}
