export { createClient, type Client, type ClientOptions } from "./create-client.ts";
export type { CallOptions, RereadOptions, WriteOptions } from "./call-options.ts";
export type { Fetch } from "./persistent-fetch.ts";
export type { Schedule } from "./schedule.ts";

// what goes wrong
export { isProblem, NeuaddProblem, type ProblemFault, type ProblemOf } from "./neuadd-problem.ts";
export { NeuaddConnectionError, type ConnectionErrorCode } from "./neuadd-connection-error.ts";
export { PROBLEM_CODES, type PluginProblemCode, type ProblemCode } from "./problem-code.ts";

// what can be asked
export type { Listing } from "./listing.ts";
export type { FollowOptions } from "./follow.ts";
export type { Schools } from "./schools.ts";
export type { Spaces } from "./spaces.ts";
export type { BookingName, SeenBooking } from "./booking-name.ts";
export type { AmendmentPreview, Bookings, BookingsPage } from "./bookings.ts";
export type { ActionOptions, BookingActions } from "./booking-actions.ts";
export type { Blocks, BlocksPage } from "./blocks.ts";
export type { Hirers, HirersPage, SeenHirer } from "./hirers.ts";
export type { Events, EventsPage, FollowEventsOptions, LedgerChange } from "./events.ts";
export type {
  BlockCreation,
  BlockFilters,
  BlockRequest,
  BookingAmendment,
  BookingChange,
  BookingFilters,
  BookingPreviewRequest,
  BookingRequest,
  EventFilters,
  HirerChange,
  HirerCreation,
  HirerFilters,
  PageSize,
  SchoolAvailabilityQuery,
  SpaceAvailabilityQuery,
  Span,
  WhatsOnQuery,
} from "./requests.ts";

// what is answered
export type {
  AmendedOccurrence,
  Amendment,
  AvailableDay,
  Block,
  BlockPreview,
  Booking,
  BookingPreview,
  Calendar,
  DecidedDate,
  Decision,
  Denial,
  Health,
  Hirer,
  HirerErasure,
  HirerExport,
  LedgerEvent,
  Occurrence,
  Placement,
  PublicEvent,
  Quote,
  School,
  SchoolAvailability,
  SchoolDay,
  SchoolSummary,
  Space,
  SpaceAvailability,
  Tagged,
  TimeSpan,
  WhatsOn,
} from "./answers.ts";
export type { components, operations, paths } from "./openapi-paths.ts";
