import { z } from "@hono/zod-openapi";
import { OCCURRENCE_STATUSES, SERIES_STATUSES, toRfc3339 } from "@neuadd/core";
import type { BookingRecord, OccurrenceRecord } from "../../ledger/booking-record.ts";
import { WireDenial, wireDenial } from "./wire-denial.ts";
import { oneOf, WireDate, WireInstant, WireRevision, WireTime, WireZone } from "./wire-parts.ts";
import { placementFields, wirePlacement } from "./wire-placement.ts";
import type { Wording } from "./wording.ts";

const WireOccurrence = z
  .object({
    date: WireDate,
    ...placementFields,
    status: oneOf(OCCURRENCE_STATUSES),
    denials: z.array(WireDenial).openapi({
      description: "Every reason why the date is not, or no longer, to be.",
    }),
    reason: z.string().openapi({ description: "The first of them, for people." }).exactOptional(),
    warnings: z.array(WireDenial).openapi({
      description: "What plugins warned of when the date was last decided.",
    }),
  })
  .openapi("Occurrence", { description: "One date of a booking." });

export const WireBooking = z
  .object({
    id: z.string().openapi({ example: "bok_01m3x9k2v7c4q8w5" }),
    school: z.string().openapi({ example: "brynmawr-foundation" }),
    status: oneOf(SERIES_STATUSES),
    hirer: z.string(),
    title: z.string(),
    activity: z.string(),
    purpose: z.record(z.string(), z.unknown()).exactOptional(),
    attendance: z.int().exactOptional(),
    publicTitle: z.boolean().openapi({ description: "Whether anyone may see the title." }),
    layout: z.string().exactOptional(),
    space: z.string().openapi({ description: "The space asked for; each date says its own." }),
    first: WireDate,
    startTime: WireTime,
    endTime: WireTime,
    recurrence: z
      .record(z.string(), z.unknown())
      .openapi({ description: "As it was asked for. Absent: a single date." })
      .exactOptional(),
    onClash: z.record(z.string(), z.unknown()).exactOptional(),
    requestedAt: WireInstant,
    reason: z
      .string()
      .openapi({ description: "Text of the person who declined or cancelled it." })
      .exactOptional(),
    revision: WireRevision,
    zone: WireZone,
    today: WireDate,
    occurrences: z.array(WireOccurrence),
  })
  .openapi("Booking", { description: "A booking as it stands: every date that was asked for." });
export type WireBooking = z.output<typeof WireBooking>;

/** A booking for a reader at a `today` of the school. */
export function wireBooking(booking: BookingRecord, wording: Wording, today: string): WireBooking {
  const { request } = booking;
  return {
    id: booking.id,
    school: booking.school,
    status: booking.status,
    hirer: booking.hirer,
    title: booking.title,
    activity: request.activity,
    ...(request.purpose !== undefined && { purpose: { ...request.purpose } }),
    ...(request.attendance !== undefined && { attendance: request.attendance }),
    publicTitle: request.publicTitle ?? false,
    ...(request.layout !== undefined && { layout: request.layout }),
    space: request.space,
    first: request.first,
    startTime: request.startTime,
    endTime: request.endTime,
    ...(request.recurrence !== undefined && { recurrence: { ...request.recurrence } }),
    ...(request.onClash !== undefined && { onClash: { ...request.onClash } }),
    requestedAt: toRfc3339(booking.requestedAt, wording.zone),
    ...(booking.reason !== undefined && { reason: booking.reason }),
    revision: booking.revision,
    zone: wording.zone,
    today,
    occurrences: booking.occurrences.map((occurrence) => wireOccurrence(occurrence, wording)),
  };
}

function wireOccurrence(
  occurrence: OccurrenceRecord,
  wording: Wording,
): z.output<typeof WireOccurrence> {
  const denials = occurrence.denials.map((denial) => wireDenial(denial, wording));
  const reason = denials[0]?.message;
  return {
    date: occurrence.date,
    ...wirePlacement(occurrence, wording),
    status: occurrence.status,
    denials,
    ...(reason !== undefined && { reason }),
    warnings: (occurrence.warnings ?? []).map((warning) => wireDenial(warning, wording)),
  };
}
