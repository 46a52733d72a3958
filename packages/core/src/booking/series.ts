import type { LayoutId, SpaceId } from "../premises/space.ts";
import type { LocalDate } from "../time/local-date.ts";
import type { OccurrenceStatus } from "./occurrence-status.ts";
import type { Placement } from "./series-decision.ts";
import type { SeriesStatus } from "./series-status.ts";

/** One date of a series that was asked for. */
export interface Occurrence extends Placement {
  readonly date: LocalDate;
  readonly status: OccurrenceStatus;
}

/** A series as it stands: what an amendment starts from. */
export interface Series {
  readonly id: string;
  readonly status: SeriesStatus;
  readonly space: SpaceId;
  readonly layout?: LayoutId;
  readonly attendance?: number;
  readonly occurrences: readonly Occurrence[];
}
