import type { LocalDate } from "../dates/day-steps.ts";

/** What `neuadd-navigate` says: other days are shown. */
export interface NeuaddDays {
  readonly from: LocalDate;
  /** Not included. */
  readonly to: LocalDate;
  readonly view: string;
}

/** What `neuadd-error` says. The code is the server's, `UNREACHABLE`, `SERVER_MISSING` or `SCHOOL_MISSING`. */
export interface NeuaddFault {
  readonly code: string;
  readonly message: string;
}

/** What `neuadd-load` says: an answer has come. */
export interface NeuaddAnswer {
  /** True for an older answer, because the server can't be reached. */
  readonly isStale: boolean;
}
