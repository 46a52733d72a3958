import type { Purpose, SeriesRequest } from "@neuadd/core";

/** What is asked for, and what for. A preview may come without its title and activity. */
export interface AskedSeries extends SeriesRequest {
  readonly title?: string;
  readonly activity?: string;
  readonly purpose?: Purpose;
}
