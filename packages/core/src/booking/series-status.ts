export const SERIES_STATUSES = [
  "requested",
  "approved",
  "declined",
  "withdrawn",
  "expired",
  "cancelled",
] as const;
export type SeriesStatus = (typeof SERIES_STATUSES)[number];

export const SERIES_ACTIONS = ["approve", "decline", "withdraw", "expire", "cancel"] as const;
export type SeriesAction = (typeof SERIES_ACTIONS)[number];
