import type { BookingRequest } from "@neuadd/client";

/** A season as a club would have it, and the school it is asked of. */
export interface Season {
  readonly school: string;
  readonly request: BookingRequest;
}
