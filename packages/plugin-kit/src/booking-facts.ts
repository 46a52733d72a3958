import type { Denial, Instant, LocalDate, Occurrence, SeriesStatus, SpaceId } from "@neuadd/core";
import type { AskedSeries } from "./asked-series.ts";

/** A booking as it stands: one series, with every date that was asked for, in order. */
export interface BookingFacts {
  readonly id: string;
  readonly school: string;
  /** Id of the hirer. */
  readonly hirer: string;
  readonly status: SeriesStatus;
  /** Chosen by the hirer: it may name persons, and belongs in no log and no public feed. */
  readonly title: string;
  readonly request: BookedRequest;
  readonly occurrences: readonly OccurrenceFacts[];
  readonly requestedAt: Instant;
  /** Text of the person who declined or cancelled it. */
  readonly reason?: string;
  /** The school's revision at its last change: it only grows. */
  readonly revision: number;
}

/** What was asked for, as changed since: of a booking, title and activity are always known. */
export interface BookedRequest extends AskedSeries {
  readonly hirer: string;
  readonly title: string;
  readonly activity: string;
  /** Whether the hirer agrees to have the title shown to anyone. Absent: not. */
  readonly publicTitle?: boolean;
}

/** One date of a booking. */
export interface OccurrenceFacts extends Occurrence {
  /** Every reason why the date is not, or no longer, to be. */
  readonly denials: readonly Denial<string>[];
  /** What plugins warned of when it was last decided. */
  readonly warnings?: readonly Denial<string>[];
}

/** Which bookings of a school: all that meet every condition given. */
export interface BookingsWanted {
  readonly hirer?: string;
  readonly status?: SeriesStatus;
  /** The space that was asked for. */
  readonly space?: SpaceId;
  /** Bookings that end after this date begins. */
  readonly from?: LocalDate;
  /** Bookings that start before this date begins: exclusive. */
  readonly to?: LocalDate;
}
