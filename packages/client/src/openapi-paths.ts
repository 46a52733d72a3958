// Written by `pnpm --filter @neuadd/client generate` from the server's OpenAPI document. Don't edit it: a test compares
// the two.
export interface paths {
  readonly "/healthz": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Is the server alive?
     * @description Also says what the server's clock shows, and whether it is a demonstration clock.
     */
    readonly get: operations["getHealth"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/metrics": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Metrics in Prometheus text */
    readonly get: operations["getMetrics"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/openapi.json": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * This document
     * @description The API described in OpenAPI 3.1, with its titles in Welsh or English.
     */
    readonly get: operations["getOpenApiDocument"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/readyz": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Is the store ready?
     * @description Answers 503 until the database can be reached and its tables are of the present version.
     */
    readonly get: operations["getReadiness"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/hirers": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List hirers
     * @description A hirer's key sees itself; a school's key those that the school knows. Keys of an authority and of the operator must name the school.
     */
    readonly get: operations["listHirers"];
    readonly put?: never;
    /** Enter a hirer */
    readonly post: operations["createHirer"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/hirers/{hirer}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read a hirer */
    readonly get: operations["getHirer"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /**
     * Change a hirer
     * @description The fields given replace the present ones; `members` replaces the whole list.
     */
    readonly patch: operations["changeHirer"];
    readonly trace?: never;
  };
  readonly "/v1/hirers/{hirer}/erase": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Erase all that is personal about a hirer
     * @description At every school and by every plugin, and it can't be undone. Refused while bookings are to come. Safe to repeat.
     */
    readonly post: operations["eraseHirer"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/hirers/{hirer}/export": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Give out all that is held of a hirer
     * @description By every school and plugin. For the hirer itself and the operator.
     */
    readonly get: operations["exportHirer"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List the schools */
    readonly get: operations["listSchools"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read a school */
    readonly get: operations["getSchool"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/availability": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * When a school's spaces are free
     * @description Every space that can be booked, or those that hold enough people and have the facilities. 62 days at most.
     */
    readonly get: operations["getSchoolAvailability"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/blocks": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** List a school's blocks */
    readonly get: operations["listBlocks"];
    readonly put?: never;
    /**
     * Take time for the school
     * @description If bookings are in the way it lists them and refuses, unless `displace` is true.
     */
    readonly post: operations["createBlock"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/blocks/{block}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read a block */
    readonly get: operations["getBlock"];
    readonly put?: never;
    readonly post?: never;
    /** Remove a block */
    readonly delete: operations["removeBlock"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/blocks/preview": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Preview a block
     * @description The dates it would take and the bookings it would displace. Writes nothing.
     */
    readonly post: operations["previewBlock"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List a school's bookings
     * @description A hirer sees its own. The Link header leads to the next page.
     */
    readonly get: operations["listBookings"];
    readonly put?: never;
    /**
     * Ask for a booking
     * @description Decides again, and keeps all of it or nothing. With `expectedDigest` it refuses when the decision is no longer the one that was shown.
     */
    readonly post: operations["requestBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read a booking */
    readonly get: operations["getBooking"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/amend": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Change a booking
     * @description If some dates can't move, send the preview's digest as `expectedDigest` to leave them where they are.
     */
    readonly post: operations["amendBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/amend/preview": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Preview a change to a booking
     * @description What would become of each live date. Writes nothing.
     */
    readonly post: operations["previewAmendment"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/approve": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Approve a booking
     * @description Decides again: if one of its dates has gone, nothing changes.
     */
    readonly post: operations["approveBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/cancel": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Cancel a booking
     * @description Dates that have been stay as they are.
     */
    readonly post: operations["cancelBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/decline": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Decline a booking */
    readonly post: operations["declineBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/occurrences/{date}/cancel": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Cancel one date
     * @description If-Match is optional here.
     */
    readonly post: operations["cancelOccurrence"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/{booking}/withdraw": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Withdraw a request */
    readonly post: operations["withdrawBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/bookings/preview": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Preview a booking
     * @description The decision on every date, with its reasons and the cost. Writes nothing.
     */
    readonly post: operations["previewBooking"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/calendar": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a school's calendar
     * @description What each date is for the school, and who says so. `to` is not included; 400 days at most.
     */
    readonly get: operations["getCalendar"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/events": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a school's ledger
     * @description All that happened after the revision `after`, in order. A page never splits a revision.
     */
    readonly get: operations["listEvents"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/spaces": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List a school's spaces
     * @description The whole tree: parents before their children, with all that is inherited filled in.
     */
    readonly get: operations["listSpaces"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/spaces/{space}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Read a space */
    readonly get: operations["getSpace"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/spaces/{space}/availability": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * When a space is free
     * @description Open hours and free time, day by day. `to` is not included; 400 days at most. Send the ETag as If-None-Match to get 304 when nothing has changed.
     */
    readonly get: operations["getSpaceAvailability"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/v1/schools/{school}/whats-on": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What is on at a school
     * @description Confirmed dates with their titles: only of bookings whose hirers have agreed to that (`publicTitle`). 62 days at most, and a thousand dates.
     */
    readonly get: operations["getWhatsOn"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description A space and a time of one date. */
    readonly Alternative: components["schemas"]["Placement"] & {
      /** @enum {string} */
      readonly kind: "otherSpace" | "nearbyTime";
    };
    /** @description What a change does to one date: where it was, and where it will be or was wanted. */
    readonly AmendedOccurrence: {
      readonly after?: components["schemas"]["DatedPlacement"];
      readonly before?: components["schemas"]["DatedPlacement"];
      /** @enum {string} */
      readonly class: "unchanged" | "removed" | "new" | "moved" | "cannotMove";
      /** @description Why it can't move. */
      readonly denials: readonly components["schemas"]["Denial"][];
      /** @description What plugins warn of where it will be: it keeps nothing from moving. */
      readonly warnings: readonly components["schemas"]["Denial"][];
    };
    /** @description What a change does to each live date, in order. */
    readonly Amendment: {
      /** @description Send it as `expectedDigest` to accept what was shown. */
      readonly digest: string;
      readonly occurrences: readonly components["schemas"]["AmendedOccurrence"][];
      readonly summary: {
        readonly cannotMove: number;
        readonly moved: number;
        readonly new: number;
        readonly removed: number;
        readonly unchanged: number;
      };
    };
    /** @description One day of a space. */
    readonly AvailableDay: {
      /** @description What of that can be asked for now: neither past nor within the notice of the space nor beyond its horizon, on its grid, and no shorter than its shortest booking. */
      readonly askable: readonly components["schemas"]["TimeSpan"][];
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /** @description What of them is free: any booking within, of an allowed length, meets no other. */
      readonly free: readonly components["schemas"]["TimeSpan"][];
      /** @enum {string} */
      readonly kind:
        | "term"
        | "halfTerm"
        | "holiday"
        | "inset"
        | "bankHoliday"
        | "closure"
        | "pollingDay"
        | "weekend";
      readonly name?: components["schemas"]["Name"];
      /** @description Hours of community use. */
      readonly open: readonly components["schemas"]["TimeSpan"][];
      /**
       * Format: date
       * @description The first day on which the date can be asked for, while that is still to come.
       */
      readonly requestsFrom?: string;
      /**
       * @description A `holiday` only because the terms of its school year are not published yet.
       * @enum {boolean}
       */
      readonly termsUnpublished?: true;
    };
    /** @description Time that the school has taken for itself. */
    readonly Block: {
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly createdAt: string;
      readonly dates: readonly components["schemas"]["BlockedDate"][];
      readonly displaced: readonly components["schemas"]["DisplacedOccurrence"][];
      readonly id: string;
      /** @enum {string} */
      readonly kind:
        "schoolUse" | "examination" | "maintenance" | "pollingStation" | "recall" | "closure";
      readonly reason?: components["schemas"]["Name"];
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly removedAt?: string;
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly space: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description Time to take, and whether bookings in the way are to give way. */
    readonly BlockCreation: {
      /** @description Go on although bookings are in the way. */
      readonly displace?: boolean;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime?: string;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly first: string;
      /** @enum {string} */
      readonly kind:
        "schoolUse" | "examination" | "maintenance" | "pollingStation" | "recall" | "closure";
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly last?: string;
      readonly reason?: {
        readonly cy: string;
        readonly en: string;
      };
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @description An id, safe in an address. */
      readonly space: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime?: string;
    };
    /** @description One day of a block. */
    readonly BlockedDate: {
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
    };
    /** @description A day of a block in the way of another one. */
    readonly BlockInTheWay: {
      readonly block: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      /** @enum {string} */
      readonly kind:
        "schoolUse" | "examination" | "maintenance" | "pollingStation" | "recall" | "closure";
      readonly reason?: components["schemas"]["Name"];
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
    };
    /** @description What a block would do. */
    readonly BlockPreview: {
      /** @description What these are called, and when they are. */
      readonly blocksInTheWay: readonly components["schemas"]["BlockInTheWay"][];
      readonly dates: readonly components["schemas"]["BlockedDate"][];
      readonly displaces: readonly components["schemas"]["DisplacedOccurrence"][];
      /** @description Ids of blocks in the way, which can't be displaced. */
      readonly overlaps: readonly string[];
    };
    /** @description Time to take; without times whole days, with `last` each day up to and with it. */
    readonly BlockRequest: {
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime?: string;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly first: string;
      /** @enum {string} */
      readonly kind:
        "schoolUse" | "examination" | "maintenance" | "pollingStation" | "recall" | "closure";
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly last?: string;
      readonly reason?: {
        readonly cy: string;
        readonly en: string;
      };
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @description An id, safe in an address. */
      readonly space: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime?: string;
    };
    /** @description A booking as it stands: every date that was asked for. */
    readonly Booking: {
      readonly activity: string;
      readonly attendance?: number;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly first: string;
      readonly hirer: string;
      readonly id: string;
      readonly layout?: string;
      readonly occurrences: readonly components["schemas"]["Occurrence"][];
      readonly onClash?: {
        readonly [key: string]: unknown;
      };
      /** @description Whether anyone may see the title. */
      readonly publicTitle: boolean;
      readonly purpose?: {
        readonly [key: string]: unknown;
      };
      /** @description Text of the person who declined or cancelled it. */
      readonly reason?: string;
      /** @description As it was asked for. Absent: a single date. */
      readonly recurrence?: {
        readonly [key: string]: unknown;
      };
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly requestedAt: string;
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly school: string;
      /** @description The space asked for; each date says its own. */
      readonly space: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
      /** @enum {string} */
      readonly status:
        "requested" | "approved" | "declined" | "withdrawn" | "expired" | "cancelled";
      readonly title: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description May be left out. */
    readonly BookingAction: {
      readonly reason?: string;
    };
    /** @description A change, with the digest of the preview that the caller accepts. */
    readonly BookingAmendment: {
      /** @description How many people are expected. */
      readonly attendance?: number;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly date?: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime?: string;
      /** @description The digest that the caller was shown: anything else is refused. */
      readonly expectedDigest?: string;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly newDate?: string;
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly first?: string;
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @enum {string} */
      readonly scope: "this" | "thisAndFollowing" | "all";
      /** @description An id, safe in an address. */
      readonly space?: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime?: string;
    };
    /** @description What to change, from which date on; what is left out stays as it is. */
    readonly BookingChange: {
      /** @description How many people are expected. */
      readonly attendance?: number;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly date?: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime?: string;
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly newDate?: string;
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly first?: string;
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @enum {string} */
      readonly scope: "this" | "thisAndFollowing" | "all";
      /** @description An id, safe in an address. */
      readonly space?: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime?: string;
    };
    /** @description The decision, and what it would cost. */
    readonly BookingPreview: components["schemas"]["Decision"] & {
      readonly quote: components["schemas"]["Quote"];
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description A booking to be previewed. Only the series is needed. */
    readonly BookingPreviewRequest: {
      /** @description What people do. */
      readonly activity?: string;
      /** @description How many people are expected. */
      readonly attendance?: number;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime: string;
      /** @description The digest that the caller was shown: anything else is refused. */
      readonly expectedDigest?: string;
      readonly facilities?: readonly string[];
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly first: string;
      /** @description A hirer's key need not name it; a key of a school must. */
      readonly hirer?: string;
      /** @description An id, safe in an address. */
      readonly layout?: string;
      readonly onClash?: {
        readonly minimumOccurrences?: number;
        /** @enum {string} */
        readonly policy: "refuse" | "skip" | "append" | "otherSpace" | "nearbyTime";
        readonly shiftMinutes?: number;
        readonly spaces?: readonly string[];
      };
      /** @description Whether the title may be shown to anyone, in what is on. Absent: it may not. */
      readonly publicTitle?: boolean;
      readonly purpose?: {
        readonly audience: readonly (
          "0-4" | "5-10" | "11-16" | "16-25" | "adults" | "60+" | "families" | "welshMedium"
        )[];
        readonly elements: readonly ("family" | "community" | "multiAgency")[];
        /** @enum {string} */
        readonly partnerKind?:
          | "employer"
          | "arts"
          | "sports"
          | "heritage"
          | "gp"
          | "healthBoard"
          | "mentalHealthCharity"
          | "familySupport"
          | "statutory"
          | "communityGroup"
          | "parents";
      };
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @description An id, safe in an address. */
      readonly space: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime: string;
      readonly title?: string;
    };
    /** @description One space, one local time of day, one or many dates; by whom, and what for. */
    readonly BookingRequest: {
      /** @description What people do. */
      readonly activity: string;
      /** @description How many people are expected. */
      readonly attendance?: number;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly endTime: string;
      /** @description The digest that the caller was shown: anything else is refused. */
      readonly expectedDigest?: string;
      readonly facilities?: readonly string[];
      /**
       * Format: date
       * @description A date without a zone.
       */
      readonly first: string;
      /** @description A hirer's key need not name it; a key of a school must. */
      readonly hirer?: string;
      /** @description An id, safe in an address. */
      readonly layout?: string;
      readonly onClash?: {
        readonly minimumOccurrences?: number;
        /** @enum {string} */
        readonly policy: "refuse" | "skip" | "append" | "otherSpace" | "nearbyTime";
        readonly shiftMinutes?: number;
        readonly spaces?: readonly string[];
      };
      /** @description Whether the title may be shown to anyone, in what is on. Absent: it may not. */
      readonly publicTitle?: boolean;
      readonly purpose?: {
        readonly audience: readonly (
          "0-4" | "5-10" | "11-16" | "16-25" | "adults" | "60+" | "families" | "welshMedium"
        )[];
        readonly elements: readonly ("family" | "community" | "multiAgency")[];
        /** @enum {string} */
        readonly partnerKind?:
          | "employer"
          | "arts"
          | "sports"
          | "heritage"
          | "gp"
          | "healthBoard"
          | "mentalHealthCharity"
          | "familySupport"
          | "statutory"
          | "communityGroup"
          | "parents";
      };
      readonly recurrence?: {
        readonly count?: number;
        readonly exceptDates?: readonly string[];
        readonly excludeBankHolidays?: boolean;
        readonly excludeInsetDays?: boolean;
        readonly extraDates?: readonly string[];
        readonly includeHalfTerm?: boolean;
        /** @description An RFC 5545 RRULE value. */
        readonly rule: string;
        readonly termTimeOnly?: boolean;
        /**
         * Format: date
         * @description A date without a zone.
         */
        readonly until?: string;
      };
      /** @description An id, safe in an address. */
      readonly space: string;
      /** @description A time of day without a zone; 24:00 is the end of the day. */
      readonly startTime: string;
      readonly title: string;
    };
    /** @description Days of a school, in order. */
    readonly Calendar: {
      readonly days: readonly components["schemas"]["SchoolDay"][];
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly school: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description Open hours of the days that match every condition given; the rules that match a day are joined. Weekdays: 1 is Monday. */
    readonly CommunityHours: {
      readonly dayKinds?: readonly (
        | "term"
        | "halfTerm"
        | "holiday"
        | "inset"
        | "bankHoliday"
        | "closure"
        | "pollingDay"
        | "weekend"
      )[];
      readonly hours: readonly {
        /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
        readonly endTime: string;
        /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
        readonly startTime: string;
      }[];
      readonly periods?: readonly ("term" | "halfTerm" | "holiday")[];
      readonly weekdays?: readonly number[];
    };
    /** @description A date, a space and a time. */
    readonly DatedPlacement: {
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
    };
    /** @description One date of a series, and what the request gets of it. */
    readonly DecidedDate: {
      /** @description Where and when a denied date could be had instead. */
      readonly alternatives: readonly components["schemas"]["Alternative"][];
      /** @description True when the policy `append` added the date. */
      readonly appended: boolean;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /** @description Every reason why the date is denied, or why the request leaves it out. */
      readonly denials: readonly components["schemas"]["Denial"][];
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly insteadOf: components["schemas"]["InsteadOf"];
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
      /** @enum {string} */
      readonly verdict: "bookable" | "denied" | "excluded";
      /** @description What plugins warn of: it denies nothing. */
      readonly warnings: readonly components["schemas"]["Denial"][];
    };
    /** @description What a request gets, date by date in order. */
    readonly Decision: {
      /** @description Whether the series can be booked as asked. */
      readonly accepted: boolean;
      /** @description Equal digests: the same dates, places, verdicts and codes. Send it as `expectedDigest`. */
      readonly digest: string;
      /** @description Why it is not accepted, and what its hirer should know. */
      readonly notes: readonly components["schemas"]["Denial"][];
      readonly occurrences: readonly components["schemas"]["DecidedDate"][];
      readonly summary: {
        readonly bookable: number;
        readonly denied: number;
        readonly excluded: number;
      };
    };
    /** @description Why something is not, or what its hirer should know. */
    readonly Denial: {
      /** @description Stable. A plugin's begins with its id and a slash. */
      readonly code: string;
      /** @description The facts behind it. */
      readonly details: {
        readonly [key: string]: unknown;
      };
      /** @description For people, in the language of the answer. */
      readonly message: string;
    };
    /** @description A live date of a booking, in the way of a block. */
    readonly DisplacedOccurrence: {
      readonly booking: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly hirer: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
      /** @enum {string} */
      readonly status: "requested" | "confirmed";
      readonly title: string;
    };
    /** @description One entry of a school's ledger. It names no person. */
    readonly Event: {
      /** @description Who did it: `key:<id>`, `system` or `plugin:<id>`. */
      readonly actor: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly at: string;
      readonly data: {
        readonly [key: string]: unknown;
      };
      /** @description Tells entries of one revision apart. */
      readonly ordinal: number;
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      /** @enum {string} */
      readonly type:
        | "school.imported"
        | "booking.requested"
        | "booking.approved"
        | "booking.declined"
        | "booking.withdrawn"
        | "booking.expired"
        | "booking.cancelled"
        | "booking.amended"
        | "occurrence.cancelled"
        | "occurrence.displaced"
        | "occurrence.denied"
        | "block.created"
        | "block.removed"
        | "personal.erased";
    };
    readonly Health: {
      readonly demonstrationClock: boolean;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly now: string;
      /** @enum {string} */
      readonly status: "alive";
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
    };
    /** @description An organisation that hires, with whom to write to and its members. */
    readonly Hirer: {
      /** @enum {string} */
      readonly category:
        | "communityGroup"
        | "charity"
        | "club"
        | "statutoryPartner"
        | "school"
        | "parentsAssociation"
        | "individual"
        | "commercial";
      readonly contact: {
        readonly email: string;
        readonly name: string;
        readonly telephone?: string;
      };
      readonly id: string;
      /**
       * @description Language of correspondence.
       * @enum {string}
       */
      readonly language: "cy" | "en";
      readonly members: readonly {
        readonly email: string;
        readonly id: string;
        readonly name: string;
        /** @enum {string} */
        readonly role: "owner" | "booker" | "viewer";
      }[];
      readonly name: string;
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
    };
    /** @description What to change; what is left out stays. A member without an id is new. */
    readonly HirerChange: {
      /** @enum {string} */
      readonly category?:
        | "communityGroup"
        | "charity"
        | "club"
        | "statutoryPartner"
        | "school"
        | "parentsAssociation"
        | "individual"
        | "commercial";
      readonly contact?: {
        /** Format: email */
        readonly email: string;
        readonly name: string;
        readonly telephone?: string;
      };
      /** @enum {string} */
      readonly language?: "cy" | "en";
      readonly members?: readonly {
        /** Format: email */
        readonly email: string;
        readonly id?: string;
        readonly name: string;
        /** @enum {string} */
        readonly role: "owner" | "booker" | "viewer";
      }[];
      readonly name?: string;
    };
    /** @description A hirer to be entered. */
    readonly HirerCreation: {
      /** @enum {string} */
      readonly category:
        | "communityGroup"
        | "charity"
        | "club"
        | "statutoryPartner"
        | "school"
        | "parentsAssociation"
        | "individual"
        | "commercial";
      readonly contact: {
        /** Format: email */
        readonly email: string;
        readonly name: string;
        readonly telephone?: string;
      };
      /** @enum {string} */
      readonly language: "cy" | "en";
      readonly members?: readonly {
        /** Format: email */
        readonly email: string;
        readonly name: string;
        /** @enum {string} */
        readonly role: "owner" | "booker" | "viewer";
      }[];
      readonly name: string;
      /** @description The school that enters it. A school's key need not name its own. */
      readonly school?: string;
    };
    /** @description What was erased of a hirer. */
    readonly HirerErasure: {
      /** @description Of how many bookings title and reasons were erased. */
      readonly bookings: number;
      /** @description What plugins have to keep, why, and for how many whole financial years before it is erased. */
      readonly kept: readonly {
        readonly count: number;
        readonly financialYears: number;
        readonly plugin: string;
        readonly reason: string;
        readonly table: string;
        readonly what: string;
      }[];
      /** @description At how many schools it was known. */
      readonly schools: number;
    };
    /** @description All that the server and its plugins hold of a hirer. */
    readonly HirerExport: {
      /** @description What was done with its keys, as the ledgers of its schools say. */
      readonly actions: readonly {
        readonly [key: string]: unknown;
      }[];
      /** @description Its bookings, with all their dates. */
      readonly bookings: readonly {
        readonly [key: string]: unknown;
      }[];
      /** @enum {string} */
      readonly category:
        | "communityGroup"
        | "charity"
        | "club"
        | "statutoryPartner"
        | "school"
        | "parentsAssociation"
        | "individual"
        | "commercial";
      readonly contact: {
        readonly email: string;
        readonly name: string;
        readonly telephone?: string;
      };
      readonly createdAt: string;
      readonly id: string;
      /** @description Its keys, without what would open anything. */
      readonly keys: readonly {
        readonly [key: string]: unknown;
      }[];
      /**
       * @description Language of correspondence.
       * @enum {string}
       */
      readonly language: "cy" | "en";
      readonly members: readonly {
        readonly email: string;
        readonly id: string;
        readonly name: string;
        /** @enum {string} */
        readonly role: "owner" | "booker" | "viewer";
      }[];
      readonly name: string;
      /** @description By id of a plugin, what that holds in tables of its own. */
      readonly plugins: {
        readonly [key: string]: readonly {
          readonly record: {
            readonly [key: string]: unknown;
          };
          readonly table: string;
        }[];
      };
      /** @description Ids of the schools that know it. */
      readonly schools: readonly string[];
    };
    /** @description What was asked for, when the policy moved the date. */
    readonly InsteadOf: components["schemas"]["Placement"] & {
      readonly denials: readonly components["schemas"]["Denial"][];
    };
    /** @description A name in Welsh and English. */
    readonly Name: {
      readonly cy: string;
      readonly en: string;
    };
    /** @description One date of a booking. */
    readonly Occurrence: {
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /** @description Every reason why the date is not, or no longer, to be. */
      readonly denials: readonly components["schemas"]["Denial"][];
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      /** @description The first of them, for people. */
      readonly reason?: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
      /** @enum {string} */
      readonly status:
        | "requested"
        | "confirmed"
        | "cancelled"
        | "displaced"
        | "completed"
        | "noShow"
        | "excluded"
        | "denied";
      /** @description What plugins warned of when the date was last decided. */
      readonly warnings: readonly components["schemas"]["Denial"][];
    };
    /** @description A space and a time of one date. */
    readonly Placement: {
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
    };
    /** @description One site of a school. */
    readonly Premises: {
      readonly address: string;
      readonly id: string;
      readonly name: components["schemas"]["Name"];
    };
    /** @description What went wrong (RFC 9457). */
    readonly Problem: {
      /** @description Stable; the same in every language. */
      readonly code: string;
      readonly detail: string;
      readonly errors?: readonly {
        readonly detail: string;
        readonly header?: string;
        readonly parameter?: string;
        readonly pointer?: string;
      }[];
      readonly requestId: string;
      readonly status: number;
      readonly title: string;
      /**
       * Format: uri
       * @description Address of a page on this problem.
       */
      readonly type: string;
    } & {
      readonly [key: string]: unknown;
    };
    /** @description One date of a booking that may be named. */
    readonly PublicEvent: {
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      readonly space: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
      readonly title: string;
    };
    /** @description What the dates that can be booked would cost. */
    readonly Quote: {
      readonly lines: readonly {
        readonly amountPence: number;
        readonly currency: string;
        /**
         * Format: date
         * @description A date of the school's calendar.
         */
        readonly date: string;
        readonly label: string;
      }[];
      /** @description Plugins that failed to price. Unless it is empty, the quote is not whole. */
      readonly missing: readonly string[];
      readonly totals: readonly {
        readonly amountPence: number;
        readonly currency: string;
      }[];
    };
    readonly Readiness: {
      /** @enum {string} */
      readonly status: "ready";
    };
    /** @description A school and its sites. */
    readonly School: components["schemas"]["SchoolSummary"] & {
      /**
       * @description Who controls the premises.
       * @enum {string}
       */
      readonly controller: "governingBody" | "authority" | "trustee" | "controllingBody";
      /**
       * @description There when the server's clock is a demonstration's, not the real time.
       * @enum {boolean}
       */
      readonly demonstrationClock: true;
      readonly premises: readonly components["schemas"]["Premises"][];
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description The same of several spaces of a school. */
    readonly SchoolAvailability: {
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly school: string;
      readonly spaces: readonly {
        readonly days: readonly components["schemas"]["AvailableDay"][];
        readonly space: string;
      }[];
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description What a date is for a school, and who says so. */
    readonly SchoolDay: {
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly date: string;
      readonly isBankHoliday: boolean;
      /** @enum {string} */
      readonly kind:
        | "term"
        | "halfTerm"
        | "holiday"
        | "inset"
        | "bankHoliday"
        | "closure"
        | "pollingDay"
        | "weekend";
      readonly name?: components["schemas"]["Name"];
      /** @enum {string} */
      readonly period: "term" | "halfTerm" | "holiday";
      /** @description Title or address of what says so. */
      readonly source: string;
    };
    /** @description A school in a list. */
    readonly SchoolSummary: {
      readonly authority: string;
      /** @enum {string} */
      readonly category:
        | "community"
        | "communitySpecial"
        | "foundation"
        | "foundationSpecial"
        | "voluntaryAided"
        | "voluntaryControlled"
        | "maintainedNursery";
      readonly cluster?: string;
      readonly id: string;
      /** @enum {string} */
      readonly languageMedium: "welsh" | "english" | "dual";
      readonly name: components["schemas"]["Name"];
      readonly phases: readonly ("earlyYears" | "primary" | "secondary" | "post16")[];
    };
    /** @description A space, with all that it inherits filled in. */
    readonly Space: {
      readonly accessibility: readonly string[];
      readonly bookable: boolean;
      readonly capacity: number;
      readonly children: readonly string[];
      readonly communityHours: readonly components["schemas"]["CommunityHours"][];
      readonly facilities: readonly string[];
      /** @description The award that paid for it. */
      readonly fundedBy?: {
        readonly financialYear: string;
        readonly programme: components["schemas"]["Name"];
      };
      readonly id: string;
      /** @enum {string} */
      readonly kind:
        | "schoolHall"
        | "sportsHall"
        | "gymnasium"
        | "badmintonCourt"
        | "netballCourt"
        | "basketballCourt"
        | "tennisCourt"
        | "volleyballCourt"
        | "multiUseGamesArea"
        | "footballPitch"
        | "rugbyPitch"
        | "hockeyPitch"
        | "cricketPitch"
        | "athleticsTrack"
        | "swimmingPool"
        | "danceStudio"
        | "dramaStudio"
        | "musicSuite"
        | "classroom"
        | "itSuite"
        | "kitchen"
        | "communityRoom"
        | "multiPurposeRoom"
        | "outdoorArea";
      readonly layouts: readonly {
        readonly capacity: number;
        readonly id: string;
        readonly name: components["schemas"]["Name"];
      }[];
      readonly name: components["schemas"]["Name"];
      /** @description Absent for a space at the root. */
      readonly parent?: string;
      readonly premises: string;
      readonly terms: {
        readonly horizonDays: number;
        readonly maximumMinutes: number;
        readonly minimumMinutes: number;
        readonly noticeHours: number;
        readonly startGridMinutes: number;
        readonly turnaroundMinutes: number;
      };
    };
    /** @description When a space is open, and what of that is free. */
    readonly SpaceAvailability: {
      readonly days: readonly components["schemas"]["AvailableDay"][];
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly school: string;
      readonly space: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
    /** @description From `start` up to, but not including, `end`. */
    readonly TimeSpan: {
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly end: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly endTime: string;
      /**
       * Format: date-time
       * @description RFC 3339 with the offset of the school's zone.
       */
      readonly start: string;
      /** @description A time of day on the school's clocks; 24:00 is the end of the day. */
      readonly startTime: string;
    };
    /** @description What is on at a school, in order of time. */
    readonly WhatsOn: {
      readonly items: readonly components["schemas"]["PublicEvent"][];
      /** @description Number of the last change. It only grows. */
      readonly revision: number;
      readonly school: string;
      /**
       * Format: date
       * @description A date of the school's calendar.
       */
      readonly today: string;
      /** @description IANA zone of the school's clocks. */
      readonly zone: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export interface operations {
  readonly getHealth: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is alive. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Health"];
        };
      };
    };
  };
  readonly getMetrics: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Prometheus text. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/plain": string;
        };
      };
    };
  };
  readonly getOpenApiDocument: {
    readonly parameters: {
      readonly query?: {
        /** @description Language of the document. */
        readonly lang?: "cy" | "en";
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The document. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly [key: string]: unknown;
          };
        };
      };
    };
  };
  readonly getReadiness: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is ready. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Readiness"];
        };
      };
    };
  };
  readonly listHirers: {
    readonly parameters: {
      readonly query?: {
        /** @description From the Link header of the page before. */
        readonly cursor?: string;
        /** @description How many on a page. */
        readonly limit?: number;
        /** @description Only hirers of this school. */
        readonly school?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          /** @description `rel="next"`: the next page, if there is one. */
          readonly Link?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["Hirer"][];
          };
        };
      };
    };
  };
  readonly createHirer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["HirerCreation"];
      };
    };
    readonly responses: {
      /** @description The hirer. */
      readonly 201: {
        headers: {
          /** @description Its revision, for If-Match. */
          readonly ETag?: string;
          /** @description Address of the hirer. */
          readonly Location?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Hirer"];
        };
      };
    };
  };
  readonly getHirer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the hirer. */
        readonly hirer: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The hirer. */
      readonly 200: {
        headers: {
          /** @description Its revision, for If-Match and If-None-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Hirer"];
        };
      };
      /** @description It has not changed since that ETag. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly changeHirer: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the hirer. */
        readonly hirer: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["HirerChange"];
      };
    };
    readonly responses: {
      /** @description The hirer as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Hirer"];
        };
      };
    };
  };
  readonly eraseHirer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the hirer. */
        readonly hirer: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is erased. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["HirerErasure"];
        };
      };
    };
  };
  readonly exportHirer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the hirer. */
        readonly hirer: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All that is held of it. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["HirerExport"];
        };
      };
    };
  };
  readonly listSchools: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All schools, by id. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["SchoolSummary"][];
          };
        };
      };
    };
  };
  readonly getSchool: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The school. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["School"];
        };
      };
    };
  };
  readonly getSchoolAvailability: {
    readonly parameters: {
      readonly query?: {
        /** @description Only spaces that hold at least this many people. */
        readonly capacity?: number;
        /** @description Only spaces that have this facility; several may be given, with commas between. */
        readonly facility?: string;
        /** @description The first date. Today, if it is not given. */
        readonly from?: string;
        /** @description Only free time that is at least this long. */
        readonly minutes?: number;
        /** @description Up to this date, which is not included. 28 days after `from`, if it is not given. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Space by space. */
      readonly 200: {
        headers: {
          /** @description `public, no-cache`: keep it, but ask before each use. */
          readonly "Cache-Control"?: string;
          /** @description Send it as `If-None-Match` next time. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SchoolAvailability"];
        };
      };
      /** @description Nothing has changed since that ETag. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly listBlocks: {
    readonly parameters: {
      readonly query?: {
        /** @description From the Link header of the page before. */
        readonly cursor?: string;
        /** @description Only what ends on this date or later. Without it, however long ago. */
        readonly from?: string;
        /** @description How many on a page. */
        readonly limit?: number;
        /** @description Only what starts before this date. Without it, however far ahead. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          /** @description `rel="next"`: the next page, if there is one. */
          readonly Link?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["Block"][];
            /**
             * Format: date
             * @description A date of the school's calendar.
             */
            readonly today: string;
            /** @description IANA zone of the school's clocks. */
            readonly zone: string;
          };
        };
      };
    };
  };
  readonly createBlock: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
      };
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BlockCreation"];
      };
    };
    readonly responses: {
      /** @description The block, and what it displaced. */
      readonly 201: {
        headers: {
          /** @description Address of the block. */
          readonly Location?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Block"];
        };
      };
    };
  };
  readonly getBlock: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the block. */
        readonly block: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The block. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Block"];
        };
      };
    };
  };
  readonly removeBlock: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the block. */
        readonly block: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Its time is free again. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly previewBlock: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BlockRequest"];
      };
    };
    readonly responses: {
      /** @description What the block would do. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["BlockPreview"] & {
            /**
             * Format: date
             * @description A date of the school's calendar.
             */
            readonly today: string;
            /** @description IANA zone of the school's clocks. */
            readonly zone: string;
          };
        };
      };
    };
  };
  readonly listBookings: {
    readonly parameters: {
      readonly query?: {
        /** @description From the Link header of the page before. */
        readonly cursor?: string;
        /** @description Only what ends on this date or later. Without it, however long ago. */
        readonly from?: string;
        /** @description Only bookings of this hirer. */
        readonly hirer?: string;
        /** @description How many on a page. */
        readonly limit?: number;
        /** @description Only bookings of this space. */
        readonly space?: string;
        /** @description Only bookings in this status. */
        readonly status?:
          "requested" | "approved" | "declined" | "withdrawn" | "expired" | "cancelled";
        /** @description Only what starts before this date. Without it, however far ahead. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description One page. */
      readonly 200: {
        headers: {
          /** @description `rel="next"`: the next page, if there is one. */
          readonly Link?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["Booking"][];
            /**
             * Format: date
             * @description A date of the school's calendar.
             */
            readonly today: string;
            /** @description IANA zone of the school's clocks. */
            readonly zone: string;
          };
        };
      };
    };
  };
  readonly requestBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key": string;
      };
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingRequest"];
      };
    };
    readonly responses: {
      /** @description The booking, which now waits for the school's answer. */
      readonly 201: {
        headers: {
          /** @description Its revision, for If-Match. */
          readonly ETag?: string;
          /** @description Address of the booking. */
          readonly Location?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly getBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The booking. */
      readonly 200: {
        headers: {
          /** @description Its revision, for If-Match and If-None-Match. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
      /** @description It has not changed since that ETag. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly amendBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAmendment"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now, and what became of each date. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly amendment: components["schemas"]["Amendment"];
            readonly booking: components["schemas"]["Booking"];
          };
        };
      };
    };
  };
  readonly previewAmendment: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingChange"];
      };
    };
    readonly responses: {
      /** @description What would become of each live date. */
      readonly 200: {
        headers: {
          /** @description Revision of the booking, for If-Match of the change. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Amendment"] & {
            /**
             * Format: date
             * @description A date of the school's calendar.
             */
            readonly today: string;
            /** @description IANA zone of the school's clocks. */
            readonly zone: string;
          };
        };
      };
    };
  };
  readonly approveBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAction"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly cancelBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAction"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly declineBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAction"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly cancelOccurrence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description A date of the school's calendar. */
        readonly date: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAction"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly withdrawBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description A new value for each new request; sent again with the same request, it gives the first answer again. */
        readonly "Idempotency-Key"?: string;
        /** @description ETag of what was read. */
        readonly "If-Match": string;
      };
      readonly path: {
        /** @description Id of the booking. */
        readonly booking: string;
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingAction"];
      };
    };
    readonly responses: {
      /** @description The booking as it stands now. */
      readonly 200: {
        headers: {
          /** @description Its new revision. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Booking"];
        };
      };
    };
  };
  readonly previewBooking: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["BookingPreviewRequest"];
      };
    };
    readonly responses: {
      /** @description The decision. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["BookingPreview"];
        };
      };
    };
  };
  readonly getCalendar: {
    readonly parameters: {
      readonly query?: {
        /** @description The first date. Today, if it is not given. */
        readonly from?: string;
        /** @description Up to this date, which is not included. 28 days after `from`, if it is not given. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The days. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Calendar"];
        };
      };
    };
  };
  readonly listEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description Only what happened after this revision. */
        readonly after?: number;
        /** @description How many on a page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Entries, oldest first. */
      readonly 200: {
        headers: {
          /** @description `rel="next"`: the next page, if there is one. */
          readonly Link?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["Event"][];
            /** @description The revision that the school stands at. */
            readonly revision: number;
            /**
             * Format: date
             * @description A date of the school's calendar.
             */
            readonly today: string;
            /** @description IANA zone of the school's clocks. */
            readonly zone: string;
          };
        };
      };
    };
  };
  readonly listSpaces: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All spaces, parents before their children. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": {
            readonly items: readonly components["schemas"]["Space"][];
            readonly school: string;
          };
        };
      };
    };
  };
  readonly getSpace: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
        /** @description Id of the space. */
        readonly space: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The space. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Space"];
        };
      };
    };
  };
  readonly getSpaceAvailability: {
    readonly parameters: {
      readonly query?: {
        /** @description The first date. Today, if it is not given. */
        readonly from?: string;
        /** @description Only free time that is at least this long. */
        readonly minutes?: number;
        /** @description Up to this date, which is not included. 28 days after `from`, if it is not given. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
        /** @description Id of the space. */
        readonly space: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Day by day. */
      readonly 200: {
        headers: {
          /** @description `public, no-cache`: keep it, but ask before each use. */
          readonly "Cache-Control"?: string;
          /** @description Send it as `If-None-Match` next time. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SpaceAvailability"];
        };
      };
      /** @description Nothing has changed since that ETag. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly getWhatsOn: {
    readonly parameters: {
      readonly query?: {
        /** @description The first date. Today, if it is not given. */
        readonly from?: string;
        /** @description Only what is on in this space. */
        readonly space?: string;
        /** @description Up to this date, which is not included. 28 days after `from`, if it is not given. */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Id of the school. */
        readonly school: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Date by date. */
      readonly 200: {
        headers: {
          /** @description `public, no-cache`: keep it, but ask before each use. */
          readonly "Cache-Control"?: string;
          /** @description Send it as `If-None-Match` next time. */
          readonly ETag?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WhatsOn"];
        };
      };
      /** @description Nothing has changed since that ETag. */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
