import type { CallerKind, CallerScope } from "@neuadd/plugin-kit";
import { CALLER_KINDS } from "@neuadd/plugin-kit/host";

/** What an operation is about, and so what a key must be able to see before anything else is asked. */
export type Within = "nothing" | "school" | "booking" | "block" | "hirer";

/** Who may call an operation. */
export interface Access {
  /** Absent: anyone, with or without a key. */
  readonly kinds?: readonly CallerKind[];
  readonly scope?: CallerScope;
  readonly within: Within;
  /** Pages of other origins may read it: public data only. */
  readonly crossOrigin?: true;
}

const KEEPERS = ["school", "authority", "operator"] as const satisfies readonly CallerKind[];

/**
 * Who may call what, all of it: a route that is not listed here can't be registered. Hirers see and change what is
 * theirs, at any school; a school's key is for that school, an authority's for the schools of the authority, the
 * operator's for all.
 */
export const ACCESS = {
  getHealth: { within: "nothing" },
  getReadiness: { within: "nothing" },
  getMetrics: { kinds: CALLER_KINDS, scope: "metrics:read", within: "nothing" },
  getOpenApiDocument: { within: "nothing", crossOrigin: true },

  listSchools: { within: "nothing", crossOrigin: true },
  getSchool: { within: "nothing", crossOrigin: true },
  getCalendar: { within: "nothing", crossOrigin: true },
  listSpaces: { within: "nothing", crossOrigin: true },
  getSpace: { within: "nothing", crossOrigin: true },
  getSpaceAvailability: { within: "nothing", crossOrigin: true },
  getSchoolAvailability: { within: "nothing", crossOrigin: true },
  getWhatsOn: { within: "nothing", crossOrigin: true },

  previewBooking: { kinds: CALLER_KINDS, scope: "bookings:read", within: "school" },
  requestBooking: { kinds: CALLER_KINDS, scope: "bookings:write", within: "school" },
  listBookings: { kinds: CALLER_KINDS, scope: "bookings:read", within: "school" },
  getBooking: { kinds: CALLER_KINDS, scope: "bookings:read", within: "booking" },
  approveBooking: { kinds: KEEPERS, scope: "approvals:write", within: "booking" },
  declineBooking: { kinds: KEEPERS, scope: "approvals:write", within: "booking" },
  withdrawBooking: { kinds: ["hirer", "operator"], scope: "bookings:write", within: "booking" },
  cancelBooking: { kinds: CALLER_KINDS, scope: "bookings:write", within: "booking" },
  cancelOccurrence: { kinds: CALLER_KINDS, scope: "bookings:write", within: "booking" },
  previewAmendment: { kinds: CALLER_KINDS, scope: "bookings:read", within: "booking" },
  amendBooking: { kinds: CALLER_KINDS, scope: "bookings:write", within: "booking" },

  previewBlock: { kinds: KEEPERS, scope: "blocks:write", within: "school" },
  createBlock: { kinds: KEEPERS, scope: "blocks:write", within: "school" },
  listBlocks: { kinds: KEEPERS, scope: "bookings:read", within: "school" },
  getBlock: { kinds: KEEPERS, scope: "bookings:read", within: "block" },
  removeBlock: { kinds: KEEPERS, scope: "blocks:write", within: "block" },

  listHirers: { kinds: CALLER_KINDS, scope: "hirers:read", within: "nothing" },
  createHirer: { kinds: KEEPERS, scope: "hirers:write", within: "nothing" },
  getHirer: { kinds: CALLER_KINDS, scope: "hirers:read", within: "hirer" },
  changeHirer: { kinds: CALLER_KINDS, scope: "hirers:write", within: "hirer" },
  // At all schools: no school is given out what another holds, nor erases it.
  exportHirer: { kinds: ["hirer", "operator"], scope: "hirers:read", within: "hirer" },
  eraseHirer: { kinds: ["operator"], scope: "hirers:write", within: "hirer" },

  listEvents: { kinds: KEEPERS, scope: "events:read", within: "school" },
} as const satisfies Readonly<Record<string, Access>>;

/** Name of an operation of the API, the same in its OpenAPI document. */
export type OperationId = keyof typeof ACCESS;

/** The same table with its entries of one type. */
export function accessOf(id: OperationId): Access {
  return ACCESS[id];
}
