import type { BlockKind } from "../ledger/block-record.ts";
import type { ClaimKind, OccurrenceStatus, SeriesStatus } from "@neuadd/core";
import type { CallerKind, LedgerEventType } from "@neuadd/plugin-kit";

/**
 * The tables, the same in every engine: times are integer milliseconds (UTC), booleans 0 or 1, documents JSON text.
 * `school_id` leads the key of all that belongs to a school; hirers, keys and idempotency belong to none.
 */
export interface StoreSchema {
  schools: SchoolRow;
  school_definitions: SchoolDefinitionRow;
  series: SeriesRow;
  occurrences: OccurrenceRow;
  claims: ClaimRow;
  blocks: BlockRow;
  events: EventRow;
  listener_cursors: ListenerCursorRow;
  dead_letters: DeadLetterRow;
  hirers: HirerRow;
  hirer_schools: HirerSchoolRow;
  api_keys: ApiKeyRow;
  idempotency_keys: IdempotencyKeyRow;
  job_runs: JobRunRow;
  desk_sessions: DeskSessionRow;
}

/** Somebody who is signed in to the pages for schools. */
export interface DeskSessionRow {
  /** SHA-256 of the session's secret, as hexadecimal digits. */
  hash: string;
  key_id: string;
  ends_at: number;
}

export interface SchoolRow {
  school_id: string;
  authority_id: string;
  /** Grows by one with every write to the school's ledger. */
  revision: number;
  /** The revision at which the definition last changed. */
  definition_revision: number;
}

/** A version of a school's definition. Apart from the school, whose row is written with every change to the ledger. */
export interface SchoolDefinitionRow {
  school_id: string;
  revision: number;
  /** JSON: school, premises, spaces, calendar and hours, as a SchoolDefinition. */
  definition: string;
}

export interface SeriesRow {
  school_id: string;
  booking_id: string;
  hirer_id: string;
  space_id: string;
  status: SeriesStatus;
  title: string;
  activity: string;
  /** Whether its waiting request keeps its time from others. */
  holds: number;
  /** Purpose, attendance, layout, recurrence, clash policy: the request as it was asked. */
  request: string;
  first_starts_at: number;
  last_ends_at: number;
  requested_at: number;
  requested_by: string;
  /** The school's revision at its last change: the ETag of the booking. */
  revision: number;
  /** Why it was declined or cancelled: text of the person who did it, or null. */
  reason: string | null;
}

export interface OccurrenceRow {
  school_id: string;
  booking_id: string;
  local_date: string;
  space_id: string;
  start_time: string;
  end_time: string;
  starts_at: number;
  ends_at: number;
  status: OccurrenceStatus;
  /** JSON list of denials (code, message in both languages, details): why it is not, or no longer, to be. With `warning: true`: what plugins warn of. */
  denials: string;
}

export interface ClaimRow {
  school_id: string;
  leaf_id: string;
  starts_at: number;
  /** Includes the turnaround. At most 49 hours after `starts_at`: a longer block is one claim a day. */
  ends_at: number;
  kind: ClaimKind;
  /** The booking or block that holds it. */
  owner_id: string;
  local_date: string;
}

export interface BlockRow {
  school_id: string;
  block_id: string;
  space_id: string;
  kind: BlockKind;
  /** JSON `{ cy, en }` or null. */
  reason: string | null;
  /** JSON: the request as it was asked. */
  request: string;
  /** JSON list of its dates with their placements: its claims. */
  dates: string;
  /** JSON list of what it displaced when it was made: booking, date, status and placement. Names are in `series`. */
  displaced: string;
  /** From the start of its first date to the end of its last. */
  starts_at: number;
  ends_at: number;
  created_at: number;
  created_by: string;
  removed_at: number | null;
  revision: number;
}

export interface EventRow {
  school_id: string;
  revision: number;
  ordinal: number;
  type: LedgerEventType;
  at: number;
  actor: string;
  data: string;
  /** On the first entry of a revision: the run of the command that wrote it, by which it finds its own work again. */
  command_id: string | null;
}

export interface ListenerCursorRow {
  school_id: string;
  listener_id: string;
  revision: number;
  ordinal: number;
  attempts: number;
  next_attempt_at: number;
  /** The process that delivers just now, and until when at most (host's clock); null and 0 when none does. */
  lease_holder: string | null;
  lease_until: number;
}

export interface DeadLetterRow {
  school_id: string;
  listener_id: string;
  revision: number;
  ordinal: number;
  error: string;
  failed_at: number;
  /** When an operator asked for it to be handed over again; null when nobody has. */
  wanted_at: number | null;
}

export interface HirerRow {
  hirer_id: string;
  name: string;
  category: string;
  language: string;
  /** JSON: contact and members. */
  details: string;
  /** Grows by one with every change: the ETag of the hirer. */
  revision: number;
  created_at: number;
}

/** Which schools know a hirer: those it has asked, and the one that entered it. */
export interface HirerSchoolRow {
  school_id: string;
  hirer_id: string;
}

export interface ApiKeyRow {
  key_id: string;
  /** SHA-256 of the whole key, hex. The key itself is never stored. */
  hash: string;
  kind: CallerKind;
  owner_id: string;
  label: string;
  /** JSON list. */
  scopes: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
}

export interface IdempotencyKeyRow {
  /** The API key that sent it: keys of different callers never meet. */
  key_id: string;
  idempotency_key: string;
  fingerprint: string;
  /** Null while the first request still runs. */
  response: string | null;
  started_at: number;
  expires_at: number;
}

/** When a job last ran, and which process runs it just now. Times are those of the host's clock. */
export interface JobRunRow {
  /** Plugin and job, as `server/expire-requests`. */
  job_id: string;
  /** When its last run ended; while it has never run, when a process first waited for it. */
  finished_at: number;
  lease_holder: string | null;
  lease_until: number;
}
