import type { components } from "./openapi-paths.ts";

// What the server answers with, by the names of its OpenAPI document. Dates are `2026-09-08`, times of day `18:00` on the
// school's clocks, instants RFC 3339 with the offset; every span of time is without its end.

type Schemas = components["schemas"];

export type SchoolSummary = Schemas["SchoolSummary"];
export type School = Schemas["School"];
export type Calendar = Schemas["Calendar"];
export type SchoolDay = Schemas["SchoolDay"];
export type Space = Schemas["Space"];
export type AvailableDay = Schemas["AvailableDay"];
export type TimeSpan = Schemas["TimeSpan"];
export type Placement = Schemas["Placement"];
export type Denial = Schemas["Denial"];
export type Decision = Schemas["Decision"];
export type DecidedDate = Schemas["DecidedDate"];
export type BookingPreview = Schemas["BookingPreview"];
export type Quote = Schemas["Quote"];
export type Occurrence = Schemas["Occurrence"];
export type Amendment = Schemas["Amendment"];
export type AmendedOccurrence = Schemas["AmendedOccurrence"];
export type Block = Schemas["Block"];
export type BlockPreview = Schemas["BlockPreview"];
export type PublicEvent = Schemas["PublicEvent"];
export type HirerExport = Schemas["HirerExport"];
export type HirerErasure = Schemas["HirerErasure"];
export type LedgerEvent = Schemas["Event"];
export type Health = Schemas["Health"];

/** An answer that knows which version of the thing it shows. */
export interface Tagged {
  /** The strong entity tag of this version: whatever changes the thing takes it as `If-Match`. */
  readonly etag: string;
}

export type SpaceAvailability = Schemas["SpaceAvailability"] & Tagged;
export type SchoolAvailability = Schemas["SchoolAvailability"] & Tagged;
export type WhatsOn = Schemas["WhatsOn"] & Tagged;
export type Booking = Schemas["Booking"] & Tagged;
export type Hirer = Schemas["Hirer"] & Tagged;
