import type { Tagged } from "./answers.ts";

/** Names a booking. A booking that was read does, too. */
export interface BookingName {
  readonly school: string;
  readonly id: string;
}

/** Names a booking as its reader saw it: whatever is done with it is refused (REVISION_STALE) if it has changed since. */
export interface SeenBooking extends BookingName, Tagged {}
