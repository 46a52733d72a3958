import type { Omissible } from "./described-operation.ts";
import type { components, operations } from "./openapi-paths.ts";

// What the server takes, by the names of its OpenAPI document.

type Schemas = components["schemas"];

type Query<Id extends keyof operations> = Omissible<
  NonNullable<operations[Id]["parameters"]["query"]>
>;

export type BookingRequest = Schemas["BookingRequest"];
export type BookingPreviewRequest = Schemas["BookingPreviewRequest"];
export type BookingChange = Schemas["BookingChange"];
export type BookingAmendment = Schemas["BookingAmendment"];
export type BlockRequest = Schemas["BlockRequest"];
export type BlockCreation = Schemas["BlockCreation"];
export type HirerCreation = Schemas["HirerCreation"];
export type HirerChange = Schemas["HirerChange"];

/** From `from`, or else today, up to but not including `to`, or else 28 days later. */
export type Span = Query<"getCalendar">;
export type SpaceAvailabilityQuery = Query<"getSpaceAvailability">;
export type SchoolAvailabilityQuery = Query<"getSchoolAvailability">;

/** As a span; `space` stands for itself and the spaces in it. */
export type WhatsOnQuery = Query<"getWhatsOn">;

/** How many items one request brings; whoever goes through a listing gets all of them either way. */
export interface PageSize {
  readonly pageSize?: number | undefined;
}

/** `from` and `to` choose bookings with a date in that span, `to` not included; left out, there is no such bound. */
export type BookingFilters = Omit<Query<"listBookings">, "cursor" | "limit"> & PageSize;
export type BlockFilters = Omit<Query<"listBlocks">, "cursor" | "limit"> & PageSize;
/** A key of an authority must name the school; one of a hirer sees itself alone. */
export type HirerFilters = Omit<Query<"listHirers">, "cursor" | "limit"> & PageSize;
/** Entries after the revision `after`; left out, from the first. */
export type EventFilters = Pick<Query<"listEvents">, "after"> & PageSize;
