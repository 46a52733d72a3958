import { z } from "@hono/zod-openapi";
import {
  ActivitySchema,
  oneLineSchema,
  PurposeSchema,
  SeriesChangeSchema,
  SeriesRequestSchema,
} from "@neuadd/core";

const EXAMPLE = {
  space: "sports-hall-a",
  title: "Brynmawr Badminton Club",
  activity: "badminton",
  purpose: {
    elements: ["community"],
    audience: ["11-16", "adults"],
    partnerKind: "sports",
  },
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: {
    rule: "FREQ=WEEKLY",
    until: "2027-07-15",
    termTimeOnly: true,
    excludeBankHolidays: true,
    exceptDates: ["2026-12-15"],
  },
  onClash: { policy: "skip", minimumOccurrences: 20 },
};

const HirerSchema = z
  .string()
  .min(1)
  .max(64)
  .openapi({ description: "A hirer's key need not name it; a key of a school must." });

const DigestSchema = z
  .string()
  .min(1)
  .max(128)
  .openapi({ description: "The digest that the caller was shown: anything else is refused." });

const TitleSchema = oneLineSchema(200);

/** What a request for a booking holds. */
export const BookingBody = z
  .strictObject({
    ...SeriesRequestSchema.shape,
    hirer: HirerSchema.exactOptional(),
    title: TitleSchema,
    activity: ActivitySchema,
    purpose: PurposeSchema.exactOptional(),
    publicTitle: z
      .boolean()
      .openapi({
        description: "Whether the title may be shown to anyone, in what is on. Absent: it may not.",
      })
      .exactOptional(),
    expectedDigest: DigestSchema.exactOptional(),
  })
  .openapi("BookingRequest", {
    description: "One space, one local time of day, one or many dates; by whom, and what for.",
    example: { ...EXAMPLE, expectedDigest: "9f86d081884c7d659a2feaa0c55ad015" },
  });
export type BookingBody = z.output<typeof BookingBody>;

/** What a preview takes: the same, of which only the series is needed. */
export const PreviewBody = BookingBody.partial({ title: true, activity: true }).openapi(
  "BookingPreviewRequest",
  { description: "A booking to be previewed. Only the series is needed.", example: EXAMPLE },
);
export type PreviewBody = z.output<typeof PreviewBody>;

/** What an action on a booking holds: a text of the person who does it, if they give one. */
export const ActionBody = z
  .strictObject({ reason: oneLineSchema(500).exactOptional() })
  .openapi("BookingAction", {
    description: "May be left out.",
    example: { reason: "The hall is needed for a public meeting." },
  });

export const ChangeBody = SeriesChangeSchema.extend({}).openapi("BookingChange", {
  description: "What to change, from which date on; what is left out stays as it is.",
  example: { scope: "thisAndFollowing", date: "2027-01-05", startTime: "18:30", endTime: "20:00" },
});

export const AmendBody = SeriesChangeSchema.extend({
  expectedDigest: DigestSchema.exactOptional(),
}).openapi("BookingAmendment", {
  description: "A change, with the digest of the preview that the caller accepts.",
  example: { scope: "this", date: "2027-01-05", newDate: "2027-01-06" },
});
