/** A time of day without a zone, as `18:00`; `24:00` is the end of the day and only ever ends something. */
export type LocalTime = string;
