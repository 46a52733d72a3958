export const OCCURRENCE_STATUSES = [
  "requested",
  "confirmed",
  "cancelled",
  "displaced",
  "completed",
  "noShow",
  "excluded",
  "denied",
] as const;
export type OccurrenceStatus = (typeof OCCURRENCE_STATUSES)[number];
