import type { SpaceId } from "../premises/space.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { LocalTime } from "../time/local-time.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Denial } from "./denial.ts";
import type { Placement } from "./series-decision.ts";
import type { RequestedRecurrence } from "./series-request.ts";

export type AmendmentScope = "this" | "thisAndFollowing" | "all";

/** What to change, from which date on. Fields that are absent stay as they are. */
export interface SeriesChange {
  readonly scope: AmendmentScope;
  /** The occurrence the change starts at; needed for `this` and `thisAndFollowing`. */
  readonly date?: LocalDate;
  /** For `this`: the date to move it to. */
  readonly newDate?: LocalDate;
  readonly space?: SpaceId;
  readonly startTime?: LocalTime;
  readonly endTime?: LocalTime;
  readonly attendance?: number;
  /** For `thisAndFollowing` and `all`: new dates, from `first` on (default: the first date affected). */
  readonly recurrence?: RequestedRecurrence & { readonly first?: LocalDate };
}

export type AmendmentClass = "unchanged" | "removed" | "new" | "moved" | "cannotMove";

export interface AmendedOccurrence {
  readonly class: AmendmentClass;
  /** Where it was; absent for `new`, and for a wanted new date that can't be had. */
  readonly before?: Placement & { readonly date: LocalDate };
  /** Where it will be; for `cannotMove` where it was wanted; absent for `removed`. */
  readonly after?: Placement & { readonly date: LocalDate };
  /** Why it can't move. */
  readonly denials: readonly Denial<DenialCode>[];
  /** What the rules of plugins warn of where it will be. Absent if there is nothing. */
  readonly warnings?: readonly Denial[];
}

/** What a change does to each live occurrence, in order of date. `cannotMove` keeps its old place. */
export interface Amendment {
  readonly occurrences: readonly AmendedOccurrence[];
  readonly summary: Readonly<Record<AmendmentClass, number>>;
  readonly digest: string;
}
