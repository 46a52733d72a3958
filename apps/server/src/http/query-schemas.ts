import { z } from "@hono/zod-openapi";
import { isLocalDate, SERIES_STATUSES } from "@neuadd/core";

/** Parameters that many operations share. Texts of the query are strings: numbers are read from them here. */

export const SchoolParams = z.object({
  school: z.string().openapi({ example: "brynmawr-foundation" }),
});

export const SpaceParams = SchoolParams.extend({
  space: z.string().openapi({ example: "sports-hall-a" }),
});

export const BookingParams = SchoolParams.extend({ booking: z.string() });

export const BlockParams = SchoolParams.extend({ block: z.string() });

export const HirerParams = z.object({ hirer: z.string() });

/** A date of the query, such as `2026-09-08`. */
const QueryDate = z.iso.date().refine(isLocalDate).openapi({ example: "2026-09-08" });

export const OccurrenceParams = BookingParams.extend({ date: QueryDate });

/** A whole number written in decimal digits. */
export function queryInteger(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .openapi({ type: "integer", minimum, maximum });
}

/** How many of a list, and from where on. */
export const PageQuery = z.object({
  limit: queryInteger(1, 200).exactOptional(),
  cursor: z.string().max(200).exactOptional(),
});

export const DEFAULT_PAGE_SIZE = 50;

export const SpanQuery = z.object({
  from: QueryDate.exactOptional(),
  to: QueryDate.exactOptional(),
});

export const BookingsQuery = z.strictObject({
  ...PageQuery.shape,
  ...SpanQuery.shape,
  status: z.enum(SERIES_STATUSES).exactOptional(),
  space: z.string().max(100).exactOptional(),
  hirer: z.string().max(100).exactOptional(),
});
