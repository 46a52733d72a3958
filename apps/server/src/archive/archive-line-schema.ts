import { OCCURRENCE_STATUSES, SERIES_STATUSES } from "@neuadd/core";
import { BLOCK_KINDS, LEDGER_EVENT_TYPES } from "@neuadd/plugin-kit";
import { z } from "zod";

export const ARCHIVE_FORMAT = "neuadd-school";
export const ARCHIVE_VERSION = 1;

const text = z.string();
const id = z.string().min(1).max(200);
const revision = z.int().min(0);
/** UTC with milliseconds, as `2026-09-08T17:00:00.000Z`: every instant that the store can hold, and for people to read. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);
/** A document whose own rules the server keeps elsewhere: carried over as it is. */
const document = z.record(z.string(), z.unknown());
const documents = z.array(document);

const placement = { date, space: id, startTime: time, endTime: time, start: instant, end: instant };

/** Each line of an archive by its `kind`, in the order in which kinds come. */
export const ArchiveLineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("school"),
    format: z.literal(ARCHIVE_FORMAT),
    version: z.literal(ARCHIVE_VERSION),
    school: id,
    authority: id,
    revision,
    definitionRevision: revision,
  }),
  z.strictObject({ kind: z.literal("definition"), revision, definition: document }),
  z.strictObject({
    kind: z.literal("hirer"),
    id,
    name: text,
    category: text,
    language: text,
    contact: document,
    members: documents,
    revision,
    createdAt: instant,
  }),
  z.strictObject({
    kind: z.literal("booking"),
    id,
    hirer: id,
    space: id,
    status: z.enum(SERIES_STATUSES),
    title: text,
    activity: text,
    holds: z.boolean(),
    request: document,
    start: instant,
    end: instant,
    requestedAt: instant,
    requestedBy: text,
    reason: text.exactOptional(),
    revision,
    dates: z.array(
      z.strictObject({
        ...placement,
        status: z.enum(OCCURRENCE_STATUSES),
        denials: documents,
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal("block"),
    id,
    space: id,
    for: z.enum(BLOCK_KINDS),
    reason: document.exactOptional(),
    request: document,
    dates: documents,
    displaced: documents,
    start: instant,
    end: instant,
    createdAt: instant,
    createdBy: text,
    removedAt: instant.exactOptional(),
    revision,
  }),
  z.strictObject({
    kind: z.literal("claim"),
    leaf: id,
    start: instant,
    end: instant,
    by: z.enum(["booking", "request", "block"]),
    owner: id,
    date,
  }),
  z.strictObject({
    kind: z.literal("event"),
    revision,
    ordinal: z.int().min(0),
    type: z.enum(LEDGER_EVENT_TYPES),
    at: instant,
    actor: text,
    data: document,
  }),
  z.strictObject({
    kind: z.literal("listener"),
    id,
    revision,
    ordinal: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal("deadLetter"),
    listener: id,
    revision,
    ordinal: z.int().min(0),
    error: text,
    failedAt: instant,
  }),
  z.strictObject({
    kind: z.literal("plugin"),
    plugin: id,
    /** Names of the migrations that had run: its tables are of this version. */
    migrations: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("pluginRow"),
    plugin: id,
    table: id,
    /** By column, without that of the school. */
    row: z.record(
      text,
      z.union([text, z.number(), z.null(), z.strictObject({ base64: z.base64() })]),
    ),
  }),
  z.strictObject({
    kind: z.literal("end"),
    /** Lines before this one. */
    lines: z.int().min(1),
    /** SHA-256 of the lines before this one with their line feeds, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

export type ArchiveLine = z.infer<typeof ArchiveLineSchema>;
export type ArchiveLineKind = ArchiveLine["kind"];
export type ArchiveLineOf<Kind extends ArchiveLineKind> = Extract<
  ArchiveLine,
  { readonly kind: Kind }
>;
